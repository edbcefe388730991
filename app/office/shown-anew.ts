import { revalidatePath } from 'next/cache';
import { isRefusal } from '@/lib/workflow/refusal';

/** Has the page at this address loaded anew, but not after a refusal, so that a form keeps what was typed. */
export function shownAnew<Result>(address: string, result: Result): Result {
  if (!isRefusal(result)) revalidatePath(address);
  return result;
}
