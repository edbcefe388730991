import { showSchema } from '@/lib/usecases/publishing/show-schema';
import { answered } from '@/app/(public)/render';

export const dynamic = 'force-dynamic';

/** The JSON Schema of `report.json`, for whoever reads published reports by machine. */
export function GET(): Promise<Response> {
  return answered(
    async () =>
      new Response(showSchema(), {
        headers: {
          'Content-Type': 'application/schema+json; charset=utf-8',
          'Cache-Control': 'public, max-age=3600',
          'Access-Control-Allow-Origin': '*',
        },
      }),
  );
}
