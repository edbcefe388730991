import { Masthead } from '@/components/office/masthead';

/** The frame at once, without figures. */
export default function Loading() {
  return (
    <>
      <Masthead />
      <div className="desk">
        <nav className="rail" aria-label="报告的六个部分" />
        <main className="work" id="main">
          <p role="status">正在打开报告…</p>
        </main>
      </div>
    </>
  );
}
