import type { Locator, Page } from '@playwright/test';
import type { Format } from '@/lib/statute/format';
import type { Agency } from '@/e2e/support/arrange';

/** The report that the three kinds of people work on: whose it is, and what must stand in it in the end. */
export interface Job {
  readonly agency: Agency;
  readonly year: number;
  readonly format: Format;
  /** The figures of a real report, by cell. */
  readonly expected: Readonly<Record<string, string>>;
  /** Address of the report in the office. */
  readonly base: string;
}

export const received = 'applications.received.naturalPerson';
export const granted = 'applications.granted.naturalPerson';

/** What the first submission says otherwise than the register: one application too many. */
export const oneTooMany: ReadonlySet<string> = new Set([
  received,
  granted,
  'applications.handled.naturalPerson',
  'applications.received.total',
  'applications.granted.total',
  'applications.handled.total',
]);

/** What the author writes about the one warning that is left. */
export const reasonForWarning = '本机关为区级执法部门，未收取过该项费用，上级汇总时另行说明。';

/** Why the reviewer returns the report. */
export const reasonForReturn = '新收件数与登记簿不符，请核对后再报。';

export const submitButton = (writer: Page): Locator => writer.getByRole('button', { name: '提交审核' });

/** The sentence with the linked figure. */
export const linkedSentence = (writer: Page): Locator =>
  writer.locator('.ProseMirror p', { hasText: '共收到政府信息公开申请' });
