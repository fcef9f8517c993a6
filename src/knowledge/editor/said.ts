/** What the editor's check says of one file. */
export interface Said {
  file: string
  /** `problem`: has to be put right. `remark`: look at it. */
  weight: 'problem' | 'remark'
  says: string
}

export const problem = (file: string, says: string): Said => ({ file, weight: 'problem', says })
export const remark = (file: string, says: string): Said => ({ file, weight: 'remark', says })
export const fileOf = (id: string) => `knowledge/articles/${id}.md`
