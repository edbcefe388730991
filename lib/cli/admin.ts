import { parseArgs } from 'node:util';
import { createFirstAdministrator } from '@/lib/usecases/administration/create-first-administrator';
import { isRefusal } from '@/lib/workflow/refusal';

const usage = `npm run --silent nianbao -- admin --agency 全称 --short 简称 --key 网址代号 --kind government|department|town --user 用户名 --name 姓名 [--password-stdin]
Makes the top agency and its administrator in an empty database. Without --password-stdin a password is made and printed once.`;

const options = {
  agency: { type: 'string' },
  short: { type: 'string' },
  key: { type: 'string' },
  kind: { type: 'string', default: 'government' },
  user: { type: 'string' },
  name: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const;

async function passwordFromInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.replace(/\r?\n$/, '');
}

/** Makes the first administrator; the exit status: 0 done, 2 wrong use or a database that is not empty. */
export async function run(args: string[]): Promise<number> {
  const values = parsed(args);
  if (values === null) {
    console.error(usage);
    return 2;
  }
  const password = values['password-stdin'] ? await passwordFromInput() : null;
  const input = {
    agency: {
      name: values.agency ?? '',
      shortName: values.short ?? values.agency ?? '',
      key: values.key ?? '',
      kind: values.kind,
    },
    username: values.user ?? '',
    name: values.name ?? values.user ?? '',
    password,
  };
  const made = await createFirstAdministrator(input, new Date());
  if (isRefusal(made)) {
    console.error(made.message);
    if (made.refused === 'bad-input') console.error(usage);
    return 2;
  }
  console.log(password === null ? `${made.username}\t${made.password}` : made.username);
  return 0;
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}
