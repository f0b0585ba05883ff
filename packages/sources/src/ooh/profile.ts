import type { Handbook } from '@careergraph/domain';

export { HANDBOOK_PARTS as PARTS } from '@careergraph/domain';

export type Profile = Handbook.Profile;
export type Edition = Handbook.Edition;
export type PartName = Handbook.PartName;
export type SectionKind = Handbook.SectionKind;
export type Place = Handbook.Place;
export type Section = Handbook.Section;
export type DutyList = Handbook.DutyList;
export type NamedText = Handbook.NamedText;
export type Statement = Handbook.Statement;
export type Figure = Handbook.Figure;
export type QuickFacts = Handbook.QuickFacts;
export type WorkEnvironment = Handbook.WorkEnvironment;
export type JobsHeld = Handbook.JobsHeld;
export type Employers = Handbook.Employers;
export type WageUnit = Handbook.WageUnit;
export type Pay = Handbook.Pay;
export type WageStatement = Handbook.WageStatement;
export type WageTable = Handbook.WageTable;
export type NamedFigure = Handbook.NamedFigure;
export type Outlook = Handbook.Outlook;
export type GrowthStatement = Handbook.GrowthStatement;
export type OutlookRow = Handbook.OutlookRow;
export type SimilarOccupation = Handbook.SimilarOccupation;
export type Contact = Handbook.Contact;
export type OnetOccupation = Handbook.OnetOccupation;
