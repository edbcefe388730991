/** What is asked of a person who gives no reason. */
export const reasonAsked: Readonly<Record<'return' | 'correct' | 'restate' | 'withdraw', string>> = {
  return: '请写明退回的原因，填报人会看到',
  correct: '请写明更正什么、为什么更正，会随新的一版公布',
  restate: '请写明更正什么、为什么更正，会随新的一版公布',
  withdraw: '请写明撤回公布的原因，会向公众说明',
};
