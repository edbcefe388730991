import type { PageFacts } from '../report/as-written';
import type { Block } from './document';

/** What an HTML page knows of itself; which table is which is seen when it is interpreted. */
export type PageSource = Omit<PageFacts, 'tables'>;

export function pageOfHtml(_text: string): { blocks: readonly Block[]; page: PageSource } {
  return { blocks: [], page: { title: '', published: null, pictures: 0 } };
}
