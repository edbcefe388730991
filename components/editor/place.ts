'use client';

import { useMemo } from 'react';
import type { Finding } from '@/lib/checks/finding';
import { isParagraphPath, paragraphsOf, type Paragraph } from '@/lib/report/draft';
import type { Place } from '@/lib/report/report';
import type { Span } from '@/lib/report/resolve';
import type { CommentView } from '@/lib/workflow/view';
import type { Conflict } from '@/components/editor/session/queue';
import { usePart, useSession } from '@/components/editor/session/use-session';

interface PlaceParts {
  readonly paragraphs: readonly Paragraph[];
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
  readonly cells: Readonly<Record<string, string | null>>;
  readonly spans: readonly Span[];
  readonly comments: readonly CommentView[];
}

/** Everything that concerns the text of one place; each part is the same object while it does not change. */
export function usePlace(place: Place): PlaceParts {
  const session = useSession();
  const draft = usePart((state) => state.draft);
  const all = usePart((state) => state.conflicts);
  const found = usePart((state) => state.result.findings);
  const resolved = usePart((state) => state.resolved);
  const paragraphs = useMemo(() => paragraphsOf(draft, place), [draft, place]);
  const conflicts = useMemo(() => all.filter((one) => placeOf(one) === place), [all, place]);
  const findings = useMemo(() => found.filter((one) => one.where?.section === place), [found, place]);
  const ids = useMemo(() => new Set(paragraphs.map((paragraph) => paragraph.id)), [paragraphs]);
  const comments = useMemo(() => session.view.comments.filter((one) => ids.has(one.path)), [session, ids]);
  return { paragraphs, conflicts, findings, cells: resolved.report.cells, spans: resolved.spans[place], comments };
}

function placeOf({ path, mine, theirs }: Conflict): Place | null {
  if (!isParagraphPath(path)) return null;
  const value = mine ?? theirs.value;
  return value === null || typeof value === 'string' ? null : value.place;
}
