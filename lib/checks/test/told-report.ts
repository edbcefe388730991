import type { CheckContext } from '@/lib/checks/context';
import { reportWith, type Try } from './reports';

/**
 * A report whose tables hold: received 8 (6 persons, 2 businesses), carried in 3, handled 9 (granted 4, partly 2,
 * refused 1, unavailable 1, declined 1), carried out 2; reconsiderations 3, suits 2 direct and 1 after; documents 3, 1,
 * 10; decisions 716, 59, 4.
 */
export const toldCells: Readonly<Record<string, string>> = {
  'applications.received.naturalPerson': '6',
  'applications.received.business': '2',
  'applications.carriedIn.naturalPerson': '3',
  'applications.granted.naturalPerson': '4',
  'applications.partlyGranted.naturalPerson': '1',
  'applications.partlyGranted.business': '1',
  'applications.refused.otherLaw.naturalPerson': '1',
  'applications.unavailable.notHeld.naturalPerson': '1',
  'applications.declined.repeated.business': '1',
  'applications.carriedOut.naturalPerson': '2',
  'remedies.reconsideration.upheld': '3',
  'remedies.litigationDirect.upheld': '2',
  'remedies.litigationAfterReconsideration.corrected': '1',
  'disclosure.normativeDocuments.issued': '3',
  'disclosure.normativeDocuments.repealed': '1',
  'disclosure.normativeDocuments.inForce': '10',
  'disclosure.licensing.decisions': '716',
  'disclosure.penalties.decisions': '59',
  'disclosure.coercion.decisions': '4',
};

/** Sentences of section one (or another) beside those tables. */
export const telling = (
  sentences: readonly string[],
  cells: Readonly<Record<string, string>> = toldCells,
  context: Partial<CheckContext> = {},
): Try[] => sentences.map((overview) => ({ report: reportWith({ ...cells }, { overview }), context }));
