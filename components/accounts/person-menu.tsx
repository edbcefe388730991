/** Who is signed in, the way to the own password, and out; for `person` of the masthead. A plain form: needs no script. */
export function PersonMenu({ name, detail }: { name: string; detail?: string }) {
  return (
    <span className="person-menu">
      <span className="person-name">{detail === undefined ? name : `${name} · ${detail}`}</span>
      <a href="/office/password">修改密码</a>
      <form action="/login/sign-out" method="post">
        <button className="button quiet small" type="submit">
          退出
        </button>
      </form>
    </span>
  );
}
