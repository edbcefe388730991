import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import { exactly, face, fonts, language, ordinaryMeasures, stylesFor } from '@/lib/render/docx/docx-styles';

interface Look {
  readonly font: string;
  /** Half-points. */
  readonly size: number;
  readonly line: number;
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly before?: number;
}

const style = (
  id: string,
  name: string,
  { font, size, line, alignment, before = 0 }: Look,
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  paragraph: { alignment, spacing: { ...exactly(line), before, after: 0 } },
  run: { font: face(font), size, characterSpacing: 0, language },
});

const closer = (title: IParagraphStyleOptions): IParagraphStyleOptions => ({
  ...title,
  paragraph: { ...title.paragraph, spacing: { ...exactly(640), after: 240 } },
});

/** Styles of the papers around a report: those of the report itself, and those of a form. */
export function paperStyles(): IStylesOptions {
  const styles = stylesFor(ordinaryMeasures);
  return {
    ...styles,
    paragraphStyles: [
      ...(styles.paragraphStyles ?? []).map((one) => (one.id === 'Title' ? closer(one) : one)),
      style('FormLabel', '表单项目', { font: fonts.hei, size: 24, line: 340, alignment: AlignmentType.CENTER }),
      style('FormText', '表单内容', { font: fonts.fang, size: 24, line: 360, alignment: AlignmentType.LEFT }),
      style('FormItem', '表单数据项目', { font: fonts.fang, size: 21, line: 300, alignment: AlignmentType.LEFT }),
      style('FormFigure', '表单数据', { font: fonts.fang, size: 21, line: 300, alignment: AlignmentType.CENTER }),
      style('FormFinding', '表单核对结果', {
        font: fonts.fang,
        size: 21,
        line: 300,
        alignment: AlignmentType.BOTH,
        before: 60,
      }),
      style('FormReason', '表单说明', { font: fonts.kai, size: 21, line: 300, alignment: AlignmentType.BOTH }),
      style('FormSign', '表单签名', {
        font: fonts.fang,
        size: 24,
        line: 400,
        alignment: AlignmentType.RIGHT,
        before: 240,
      }),
      style('FormNote', '表单备注', { font: fonts.fang, size: 21, line: 300, alignment: AlignmentType.BOTH }),
    ],
  };
}
