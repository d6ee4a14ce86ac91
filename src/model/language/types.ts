import type { backupShape, scheduleShape } from './data.ts';
import type { documentShape } from './document.ts';
import type { experimentShape } from './experiment.ts';
import type { FieldsOf, Named, ReadRecord } from './kinds.ts';
import type { decisionShape, sparesShape, teamShape } from './people.ts';
import type { deployShape } from './planned.ts';
import type { dnsShape, failbackShape, failoverShape, needShape, replicationShape, serviceShape } from './service.ts';

/** What reading each shape gives: the bridge from the description of the language to its meaning. */
export type DocumentFields = FieldsOf<typeof documentShape.keys>;
export type ServiceFields = FieldsOf<typeof serviceShape.keys>;
export type NamedService = Named<ReadRecord<ServiceFields>>;
export type ReplicationFields = FieldsOf<typeof replicationShape.keys>;
export type FailoverFields = FieldsOf<typeof failoverShape.keys>;
export type BackupFields = FieldsOf<typeof backupShape.keys>;
export type ScheduleRecord = ReadRecord<FieldsOf<typeof scheduleShape.keys>>;
export type ExperimentFields = FieldsOf<typeof experimentShape.keys>;
export type FailbackRecord = ReadRecord<FieldsOf<typeof failbackShape.keys>>;
export type DnsRecord = ReadRecord<FieldsOf<typeof dnsShape.keys>>;
export type DeployRecord = ReadRecord<FieldsOf<typeof deployShape.keys>>;
export type TeamFields = FieldsOf<typeof teamShape.keys>;
export type SparesFields = FieldsOf<typeof sparesShape.keys>;
export type NeedRecord = ReadRecord<FieldsOf<typeof needShape.keys>>;
export type DecisionRecord = ReadRecord<FieldsOf<typeof decisionShape.keys>>;
