import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { sampleReport } from '@/lib/render/test/sample';
import { Refused, scan } from './xml-scan';

type Event = readonly [string, string, Readonly<Record<string, string>>?];

/** Text in pieces is text in one. */
function joined(events: readonly Event[]): Event[] {
  const all: Event[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text') all[all.length - 1] = ['text', last[1] + event[1]];
    else if (event[0] !== 'text' || event[1] !== '') all.push(event);
  }
  return all;
}

function ours(text: string): Event[] | 'refused' {
  const events: Event[] = [];
  try {
    scan(Buffer.from(text).toString('latin1'), {
      takesText: true,
      open: (name, attributes) =>
        events.push([
          'open',
          name,
          Object.fromEntries(attributes.names().map((key) => [key, attributes.get(key) ?? ''])),
        ]),
      close: (name) => events.push(['close', name]),
      text: (piece) => events.push(['text', piece]),
    });
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
  return joined(events);
}

function theirs(text: string): Event[] | 'refused' {
  const events: Event[] = [];
  const parser = new SaxesParser<{ xmlns?: false }>({});
  let inside = 0;
  parser.on('opentag', ({ name, attributes }) => {
    inside += 1;
    events.push(['open', name, { ...attributes }]);
  });
  parser.on('closetag', ({ name }) => {
    inside -= 1;
    events.push(['close', name]);
  });
  for (const kind of ['text', 'cdata'] as const) parser.on(kind, (piece) => inside > 0 && events.push(['text', piece]));
  try {
    parser.write(text).close();
  } catch {
    return 'refused';
  }
  return joined(events);
}

const name = fc.constantFrom('w:p', 'w:r', 'w:t', 'a', 'mc:Choice');
const words = fc
  .array(fc.constantFrom('信息公开', '12', ' ', 'a>b', '&amp;', '&lt;', '&#20110;', '&#x4e00;', '&quot;', '𠮷', 'é'), {
    maxLength: 5,
  })
  .map((pieces) => pieces.join(''));
const attribute = fc.record({ value: words, quote: fc.constantFrom('"', "'"), gap: fc.constantFrom('', ' ') });
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .record({
      name,
      attributes: fc.array(attribute, { maxLength: 3 }),
      content: fc.array(tie('content'), { maxLength: 3 }),
      empty: fc.boolean(),
    })
    .map(({ name: tag, attributes, content, empty }) => {
      const written = attributes
        .map(({ value, quote, gap }, index) => ` w:a${index}${gap}=${gap}${quote}${value}${quote}`)
        .join('');
      return empty ? `<${tag}${written} />` : `<${tag}${written}>${content.join('')}</${tag} >`;
    }),
  content: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.constantFrom('<!-- a -->', '<?b c?>', '<![CDATA[<x>&]]>'),
    tie('element'),
  ),
}));

describe('the scan of XML', () => {
  it('says what saxes says of any XML', () => {
    fc.assert(
      fc.property(element, (text) => {
        const expected = theirs(text);
        expect(expected).not.toBe('refused');
        expect(ours(text)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('says what saxes says of every part of a report', async () => {
    const parts = Object.entries(unzipSync(await docxOf(sampleReport()))).filter(([part]) =>
      /\.(xml|rels)$/.test(part),
    );
    expect(parts.length).toBeGreaterThan(10);
    for (const [, bytes] of parts) expect(ours(strFromU8(bytes))).toEqual(theirs(strFromU8(bytes)));
  });

  it.each([
    '',
    'a',
    '<a>',
    '<a',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a b></a>',
    '<a b=c/>',
    '<a b="></a>',
    '<a>&b;</a>',
    '<a>&amp</a>',
    '<a><!--</a>',
    '<a/>b',
    '<![CDATA[a]]>',
    '<!DOCTYPE a><a/>',
    '<a><!x></a>',
    '< a/>',
  ])('refuses %s', (text) => {
    expect(ours(text)).toBe('refused');
  });

  it('never fails otherwise, and takes no text for well-formed whose marks were cut', () => {
    fc.assert(
      fc.property(element, fc.nat(), (text, place) => {
        const cut = text.slice(0, place % text.length);
        expect(ours(cut)).toBe('refused');
      }),
      { numRuns: 1000 },
    );
  });
});
