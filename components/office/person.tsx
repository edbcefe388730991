/** Who is signed in, the way to the own password, and out. A plain form: needs no script. */
export function Person({ name, role }: { name: string; role: string }) {
  return (
    <span className="person-menu">
      <span className="person-name">{role === '' ? name : `${name} · ${role}`}</span>
      <a href="/office/password">修改密码</a>
      <form action="/login/sign-out" method="post">
        <button type="submit" className="button quiet small">
          退出
        </button>
      </form>
    </span>
  );
}
