import type { YearPicture } from '@/lib/workflow/public-view';

const across = 15;
const pitch = 22;
const side = 17;
const mostSquares = 300;

/** How many agencies have published: a square each, or one bar where there are too many to count by eye. */
export function Published({ picture }: { picture: YearPicture }) {
  const { published, agencies, year } = picture;
  const open = agencies - published;
  return (
    <section className="picture" aria-labelledby="picture-published">
      <h2 id="picture-published">
        {year} 年度，{published} 家已公布
      </h2>
      <p>{agencies > mostSquares ? `共 ${agencies} 家` : `共 ${agencies} 家，每格一家`}</p>
      {agencies > mostSquares ? (
        <Share published={published} agencies={agencies} />
      ) : (
        <Squares published={published} agencies={agencies} />
      )}
      <ul className="key">
        <li>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <rect className="u-done" width="14" height="14" rx="1.5" />
          </svg>
          已公布 {published}
        </li>
        <li>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <rect className="u-none" x="1" y="1" width="12" height="12" rx="1.5" />
          </svg>
          未公布 {open}
        </li>
      </ul>
    </section>
  );
}

function Squares({ published, agencies }: { published: number; agencies: number }) {
  const rows = Math.ceil(agencies / across);
  return (
    <svg
      viewBox={`0 0 325 ${Math.max(1, rows) * pitch - (pitch - side)}`}
      role="img"
      aria-label={`${agencies} 家：${published} 家已公布，${agencies - published} 家未公布`}
    >
      {Array.from({ length: agencies }, (_, index) => {
        const x = (index % across) * pitch;
        const y = Math.floor(index / across) * pitch;
        return index < published ? (
          <rect key={index} className="u-done" x={x} y={y} width={side} height={side} rx="1.5" />
        ) : (
          <rect
            key={index}
            className="u-none"
            x={x + 0.75}
            y={y + 0.75}
            width={side - 1.5}
            height={side - 1.5}
            rx="1.5"
          />
        );
      })}
    </svg>
  );
}

function Share({ published, agencies }: { published: number; agencies: number }) {
  return (
    <svg
      viewBox="0 0 325 17"
      role="img"
      aria-label={`${agencies} 家：${published} 家已公布，${agencies - published} 家未公布`}
    >
      <rect className="u-none" x="0.75" y="0.75" width="323.5" height="15.5" rx="1.5" />
      <rect className="u-done" width={round((325 * published) / agencies)} height="17" rx="1.5" />
    </svg>
  );
}

const track = { x: 72, width: 206, pitch: 30, height: 15 };
const round = (value: number): number => Math.round(value * 10) / 10;

/** What became of the applications of the year, with every number in words. */
export function Outcomes({ picture }: { picture: YearPicture }) {
  const { outcomes, published, received, carriedIn, handled, carriedOut } = picture;
  const most = Math.max(1, ...outcomes.map((outcome) => outcome.count));
  const words = outcomes.map((outcome) => `${outcome.label} ${outcome.count}`).join('，');
  return (
    <section className="picture" aria-labelledby="picture-outcomes">
      <h2 id="picture-outcomes">
        {published} 家合计收到 {received + carriedIn} 件，办结 {handled} 件
      </h2>
      <p>
        新收 {received} + 上年结转 {carriedIn}；结转下年度 {carriedOut}
      </p>
      <svg
        className="chart"
        viewBox={`0 0 326 ${outcomes.length * track.pitch - 4}`}
        role="img"
        aria-labelledby="picture-outcomes-words"
      >
        <title id="picture-outcomes-words">{`${handled} 件办理结果：${words}`}</title>
        {outcomes.map((outcome, index) => {
          const y = index * track.pitch + 4;
          return (
            <g key={outcome.label}>
              <text x="0" y={y + 12}>
                {outcome.label}
              </text>
              <rect className="track" x={track.x} y={y} width={track.width} height={track.height} />
              <rect
                className={outcome.disclosed ? 'bar' : 'bar soft-bar'}
                x={track.x}
                y={y}
                width={round((track.width * outcome.count) / most)}
                height={track.height}
              />
              <text className="value" x="326" y={y + 12} textAnchor="end">
                {outcome.count}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="source">深色为予以公开或部分公开。</p>
    </section>
  );
}
