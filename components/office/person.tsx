/** Who is signed in, and the way out. */
export function Person({ name, role }: { name: string; role: string }) {
  return (
    <>
      <span>
        {name}
        {role === '' ? '' : ` · ${role}`}
      </span>
      <form action="/login/sign-out" method="post">
        <button type="submit" className="button quiet small">
          退出
        </button>
      </form>
    </>
  );
}
