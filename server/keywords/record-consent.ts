import { fromJson } from "#basic"
import { noteConsent } from "#basic/keywords/record-consent.ts"
import { recordConsent } from "#server/records/activities/note-activity.ts"
import { handlerFor } from "./handler.ts"

export const noteConsentHandler = handlerFor(
  noteConsent,
  async ({ subject = "", purpose = "", given = true }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const plain = {
          subject: subject.trim(),
          purpose: purpose.trim().toLowerCase(),
          isGiven: given,
        }
        const id = await recordConsent(tx, place, plain)
        return {
          success: true,
          consent_id: id,
          subject: plain.subject,
          purpose: plain.purpose,
          given,
        }
      }),
    ),
)
