import { toPdf } from '../../../src/adapters/pdf/draw.ts'
import { paperContract } from './paper.contract.ts'

paperContract('pdfkit', toPdf)
