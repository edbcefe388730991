import { useState } from 'react';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';

/** Sends what a form holds. `refusal` is why the office last refused it, null before that. */
export function useCommand<Input, Answer>(
  command: (input: Input) => Promise<Answer | Refusal>,
  onDone: (answer: Answer) => void,
) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (input: Input): Promise<void> => {
    const answer = await command(input);
    if (isRefusal(answer)) setRefusal(answer.message);
    else onDone(answer);
  };
  return { refusal, send };
}
