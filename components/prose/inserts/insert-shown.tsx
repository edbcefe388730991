import type { Insert } from '@/lib/report/insert';

/** A picture or a simple table as it stands, not to be changed here. */
export function InsertShown({ insert, addressOf }: { insert: Insert; addressOf: (sha256: string) => string }) {
  if ('picture' in insert) {
    const { sha256, alt, width, height } = insert.picture;
    return (
      <figure className="insert-shown">
        <img src={addressOf(sha256)} alt={alt} width={width} height={height} />
        <figcaption>
          <b>替代文字</b> {alt}
        </figcaption>
      </figure>
    );
  }
  const { caption, rows } = insert.table;
  const [head = [], ...body] = rows;
  return (
    <div className="insert-shown">
      <table className="insert-table">
        {caption === '' ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((text, column) => (
              <th scope="col" key={column}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, line) => (
            <tr key={line}>
              {row.map((text, column) => (
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
