import type { Place } from '@/lib/report/report';

/** The one sentence that stands in an empty text. */
export const placeholders: Readonly<Record<Place, string>> = {
  preamble: '写一段引言，说明编制依据和统计期限；没有可以不写。',
  overview: '写本年度政府信息公开工作的总体情况，五个方面各起一段。',
  disclosure: '表二如有需要说明的，写在这里；没有可以不写。',
  applications: '表三如有需要说明的，写在这里；没有可以不写。',
  remedies: '表四如有需要说明的，写在这里；没有可以不写。',
  problems: '写本年度存在的主要问题，以及改进情况。',
  other: '写其他需要报告的事项；没有的写“无”。',
};
