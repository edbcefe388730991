import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { PublicKey } from '@/lib/proof/key';
import { readSignatureFile, type Signed } from '@/lib/proof/signed';
import { verdictOn, type Verdict } from '@/lib/proof/verdict';
import { shanghaiDay } from '@/lib/render/frame';
import { contentOf, keysFor } from './known-keys';

const usage = '用法：nianbao verify 文件… [--key 公钥文件]… [--signature signature.json]';

interface Unreadable {
  readonly error: { readonly code: 'unreadable-file' | 'no-signature' | 'not-a-signature'; readonly message: string };
}

/**
 * `nianbao verify FILE… [--key PUBLIC]… [--signature FILE]`: was exactly this published, by the signature alone? One
 * object a file, in an array, as JSON. Known keys are those given, or else those of this installation; never the one
 * that stands beside a signature. 0 published, 1 not as published, 2 when something cannot be read, no key is known or
 * the command is wrong.
 */
export async function run(args: string[]): Promise<number> {
  const wanted = wantedIn(args);
  const keys = wanted === null ? usage : keysFor(wanted.keys);
  if (wanted === null || typeof keys === 'string') {
    process.stderr.write(`${String(keys)}\n`);
    return 2;
  }
  const results: object[] = [];
  let status = 0;
  for (const file of wanted.files) {
    const result = await verified(file, wanted.signature ?? besides(file), keys);
    results.push({ file, ...result });
    if ('error' in result) status = 2;
    else if (status === 0 && result.verdict !== 'published') status = 1;
  }
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return status;
}

function wantedIn(args: string[]) {
  try {
    const options = { key: { type: 'string', multiple: true }, signature: { type: 'string' } } as const;
    const { positionals: files, values } = parseArgs({ args, allowPositionals: true, options });
    return files.length === 0 ? null : { files, keys: values.key ?? [], signature: values.signature };
  } catch {
    return null;
  }
}

/** The signature file beside a file: under the name it is downloaded with, or plainly `signature.json`. */
function besides(file: string): string {
  const folder = path.dirname(file);
  const downloaded = path.join(folder, path.basename(file).replace(/report\.[a-z]+$/, 'signature.json'));
  return downloaded !== file && existsSync(downloaded) ? downloaded : path.join(folder, 'signature.json');
}

async function verified(file: string, signatureFile: string, keys: readonly PublicKey[]) {
  const measured = await measuredFile(file);
  if (measured === null) return failed('unreadable-file', '文件读不出来。');
  const text = contentOf(signatureFile);
  if (text === null)
    return failed(
      'no-signature',
      `读不出签名文件 ${signatureFile}；请从公布该报告的网站下载 signature.json，或用 --signature 指定。`,
    );
  const signatures: Signed[] | null = readSignatureFile(text);
  if (signatures === null) return failed('not-a-signature', `${signatureFile} 不是签名文件。`);
  return told(verdictOn(measured, signatures, keys), measured.sha256);
}

const failed = (code: Unreadable['error']['code'], message: string): Unreadable => ({ error: { code, message } });

async function measuredFile(file: string): Promise<{ sha256: string; size: number } | null> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(piece);
      size += piece.length;
    }
  } catch {
    return null;
  }
  return { sha256: hash.digest('hex'), size };
}

const reasons = {
  'other-content': '与所签的各个文件都不一致：内容被改动过（哪怕一个字），或者是另一份文件',
  'unknown-key': '签名不是用已知的密钥作出的，不能证明任何事',
  'bad-signature': '签名不符：签名文件被改动过',
  'not-a-statement': '签名文件里没有公布声明',
} as const;

/** A verdict as others rely on it (docs/operations.md). */
function told(verdict: Verdict, sha256: string) {
  const { statement, key } = verdict;
  const about =
    statement === null
      ? {}
      : {
          agency: statement.agency,
          agencyKey: statement.agencyKey,
          year: statement.year,
          version: statement.version,
          title: statement.title,
          publishedAt: statement.publishedAt,
        };
  if (verdict.verdict === 'published') {
    const { agency, year, version, publishedAt } = verdict.statement;
    const message = `这个文件就是${agency}公布的 ${year} 年度报告第 ${version} 版（${shanghaiDay(publishedAt)}公布）的 ${verdict.file.name}，一字不差。`;
    return { verdict: verdict.verdict, message, ...about, name: verdict.file.name, sha256, key };
  }
  return {
    verdict: verdict.verdict,
    message: `不是所公布的文件：${reasons[verdict.why]}。`,
    why: verdict.why,
    ...about,
    sha256,
    ...(key === null ? {} : { key }),
  };
}
