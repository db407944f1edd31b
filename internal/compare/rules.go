package compare

import (
	"sync"

	"github.com/privity/privity/internal/model"
)

// An attributeRule says what a difference means. Nil stands for nothing in
// particular: the change is then reported under a general class. An empty list
// stands for what was told already.
type attributeRule func(d *differ, x delta) []verdict

// A blockRule says what it means that a block is new, or gone. Nil stands for
// nothing in particular.
type blockRule func(d *differ, b *model.Block) []verdict

// attributeRules are found by the kind of block and the attribute, or by "*" and
// the attribute for those that mean one thing everywhere.
var attributeRules = sync.OnceValue(func() map[string]attributeRule {
	return map[string]attributeRule{
		"policy.organization":         controller,
		"policy.title":                policyTitle,
		"policy.effective":            dated,
		"policy.updated":              dated,
		"policy.updated_as_published": dated,
		"policy.page_modified_ago":    dated,
		"policy.regimes":              jurisdiction,
		"policy.governing_law":        jurisdiction,
		"policy.minimum_age":          minimumAge,
		"policy.prevailing_language":  prevailing,
		"organization.legal_name":     controller,
		"organization.role":           controller,
		"organization.country":        controller,
		"organization.representative": controller,
		"activity.controller":         controller,
		"notice.period":               announcedAhead,
		"notice.objection":            announcedAhead,
		"notice.change":               announcedWhat,
		"notice.classes":              announcedWhat,
		"notice.countries":            announcedWhat,
		"notice.outside":              announcedWhat,
		"notice.relation":             announcedWhat,
		"notice.calendar":             announcedWhat,

		"category.sensitivity":   sensitivity,
		"category.class":         dataClass,
		"category.fields":        fields,
		"category.purposes":      usedFor,
		"purpose.label":          purposeChanged,
		"purpose.class":          purposeChanged,
		"purpose.legal_basis":    legalBasis,
		"purpose.interest":       purposeDetail,
		"purpose.statute":        purposeDetail,
		"purpose.examples":       purposeDetail,
		"purpose.context":        purposeDetail,
		"purpose.audience":       purposeDetail,
		"purpose.includes":       purposeExtent,
		"purpose.data":           purposeExtent,
		"activity.purposes":      usedFor,
		"activity.recipients":    activityRecipients,
		"activity.data":          moreData,
		"flow.data":              moreData,
		"data_store.holds":       moreData,
		"segment.purposes":       moreData,
		"transfer.safeguards":    moreCare,
		"transfer.complies_with": moreCare,
		"right.actions":          moreCare,
		"right.on":               moreCare,
		"right.covers":           moreCare,
		"right.formats":          moreCare,
		"right.holder":           moreCare,
		"measure.actions":        moreCare,
		"measure.on":             moreCare,

		"vendor.label":             companyRenamed,
		"vendor.legal_name":        companyRenamed,
		"vendor.abbreviation":      companyRenamed,
		"subprocessor.label":       companyRenamed,
		"subprocessor.vendor":      vendorReplaced,
		"subprocessor.kind":        entityType,
		"subprocessor.relation":    entityType,
		"subprocessor.regions":     subprocessorPlaces,
		"subprocessor.countries":   subprocessorPlaces,
		"subprocessor.mechanism":   mechanism,
		"subprocessor.hosted_by":   hosting,
		"subprocessor.assurances":  moreCare,
		"engagement.trains_models": trains,
		"engagement.regions":       subprocessorPlaces,
		"engagement.countries":     subprocessorPlaces,
		"engagement.purposes":      engagementPurposes,
		"engagement.data":          engagementData,

		"data_store.regions":    moved,
		"data_store.vendor":     hosting,
		"data_store.hosted_by":  hosting,
		"data_store.managed_by": hosting,
		"system.regions":        moved,
		"system.hosted_by":      hosting,
		"system.kind":           systemKind,
		"system.automated":      systemAutomated,
		"system.trains_models":  trains,
		"backup.regions":        moved,

		"transfer.counts_as":  countsAs,
		"transfer.effect":     transferEffect,
		"transfer.recipients": transferRecipients,
		"transfer.data":       transferExtent,
		"transfer.countries":  transferExtent,
		"transfer.mechanism":  mechanism,

		"retention.period":     keptLonger,
		"retention.bound":      keptLonger,
		"retention.long_term":  keptLonger,
		"retention.after":      keptLonger,
		"retention.starts_on":  criteria,
		"retention.varies_by":  criteria,
		"retention.prefer":     criteria,
		"retention.when":       criteria,
		"retention.unless":     criteria,
		"retention.until":      criteria,
		"retention.applies_to": keptWhat,
		"retention.data":       keptWhat,
		"retention.on_expiry":  expiry,
		"tier.period":          tierPeriod,
		"tier.bound":           tierPeriod,
		"tier.when":            tierChanged,
		"tier.unless":          tierChanged,
		"backup.retained":      copiesKept,
		"backup.bound":         copiesKept,
		"backup.enabled":       backedUp,

		"encryption.state":            encryptionState,
		"encryption.applies_to":       encryptionCover,
		"encryption.segments":         encryptionCover,
		"encryption.platforms":        encryptionCover,
		"encryption.key_bits":         keyBits,
		"encryption.protocol":         protocols,
		"encryption.scope":            encryptionScope,
		"encryption.algorithm":        encryptionMeans,
		"encryption.certificate_hash": encryptionMeans,
		"encryption.standard":         encryptionMeans,
		"encryption.default":          encryptionDefault,
		"encryption.when":             encryptionConditions,
		"encryption.unless":           encryptionConditions,
		"key.owner":                   keyCustody,
		"key.stored_in":               keyCustody,
		"key.engine":                  keyCustody,

		"access.effect":      accessEffect,
		"access.who":         reach,
		"access.to":          reach,
		"access.actions":     reach,
		"access.purposes":    reach,
		"access.method":      controls,
		"access.granted_by":  controls,
		"access.enforced_by": controls,
		"access.control":     controls,
		"access.max_users":   maxUsers,
		"access.mode":        accessMode,
		"access.only":        accessOnly,
		"access.when":        accessConditions,
		"access.unless":      accessConditions,
		"access.until":       accessConditions,
		"audit.detail":       auditDetail,

		"tracker.lifetime":  trackerLifetime,
		"tracker.session":   trackerLifetime,
		"tracker.purposes":  trackerCategory,
		"tracker.essential": trackerCategory,
		"tracker.kind":      trackerCategory,
		"tracker.vendor":    trackerOwner,
		"tracker.party":     trackerOwner,
		"tracker.data":      moreData,
		"tracker.on":        moreData,
		"tracker.opt_out":   moreCare,

		"right.within": answered,
		"right.bound":  answered,
		"right.via":    rightChannel,

		"claim.says":          claimWords,
		"claim.what":          claimWords,
		"claim.data":          claimLimits,
		"claim.on":            claimLimits,
		"claim.with":          claimLimits,
		"claim.within":        claimWithin,
		"claim.when":          claimConditions,
		"claim.unless":        claimConditions,
		"principle.statement": statement,

		"*.strength": strength,
		"*.when":     conditional,
		"*.unless":   conditional,
		"*.until":    conditional,
	}
})

var addedRules = sync.OnceValue(func() map[string]blockRule {
	return map[string]blockRule{
		"notice": noticeAdded, "category": categoryAdded, "purpose": purposeAdded, "use": useAdded,
		"subprocessor": subprocessorAdded, "engagement": engagementAdded, "shares_with": onwardAdded,
		"tracker": trackerAdded, "system": systemAdded, "data_store": storeAdded, "transfer": transferAdded,
		"retention": retentionAdded, "tier": tierAdded, "backup": backupAdded,
		"encryption": encryptionAdded, "key": keyAdded, "access": accessAdded, "audit": auditAdded,
		"right": rightAdded, "claim": claimAdded, "principle": principleAdded,
	}
})

var removedRules = sync.OnceValue(func() map[string]blockRule {
	return map[string]blockRule{
		"notice": noticeRemoved, "category": categoryRemoved, "purpose": purposeRemoved, "use": useRemoved,
		"subprocessor": subprocessorRemoved, "engagement": engagementRemoved, "shares_with": onwardRemoved,
		"tracker": trackerRemoved, "system": systemRemoved, "data_store": storeRemoved, "transfer": transferRemoved,
		"retention": retentionRemoved, "tier": tierRemoved, "backup": backupRemoved,
		"encryption": encryptionRemoved, "key": keyRemoved, "access": accessRemoved, "audit": auditRemoved,
		"right": rightRemoved, "claim": claimRemoved, "principle": principleRemoved,
	}
})
