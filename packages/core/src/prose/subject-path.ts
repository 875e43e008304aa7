import { remembered } from './remembered.js';

/** A name of 政府收支分类科目 in running text. */
export interface SubjectName {
  name: string;
  start: number;
  end: number;
}

/** Quotation marks stand around a name or around the whole path, and are part of none. */
const name = String.raw`[^，。；：、\s（）()“”"]{2,30}?(?:[（(][^（）()类款项][）)][^，。；：\s（）()“”"]{0,20}?)?`;
const level = (word: string) => String.raw`[”"]?\s*[（(]${word}[）)]\s*[“"]?`;

/** 一般公共服务支出（类）商贸事务（款）招商引资（项） */
const path = new RegExp(`(${name})${level('类')}(${name})${level('款')}(?:(${name})${level('项')})?`, 'gdu');

/** The paths of classification names in a text, 类 first; 项 may be missing. */
export const subjectPathsIn = remembered((text: string): readonly SubjectName[][] =>
  [...text.matchAll(path)].map((match) =>
    [1, 2, 3].flatMap((group) => {
      const [written, place] = [match[group], match.indices?.[group]];
      if (!written || !place) return [];
      // 8.科学技术支出: the number of the paragraph is none of the name.
      const number = /^[\d.．]*/.exec(written)![0].length;
      return [{ name: written.slice(number), start: place[0] + number, end: place[1] }];
    }),
  ),
);
