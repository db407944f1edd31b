package render_test

import (
	"strings"
	"testing"
)

// french is a policy of which a lawyer in France would read the page of entries.
const french = `
policy "p" {
  title       = "Politique"
  audience    = "public"
  languages   = ["fr"]
  minimum_age = 15
}
organization "o" {
  role = "controller"
}
actor "patient" {
  label  = "patient"
  plural = "patients"
}
actor "parent" {
  label     = "parent"
  plural    = "parents"
  member_of = [actor.patient]
}
category "sante" {
  label    = "données de santé"
  subjects = [actor.patient]
}
data_store "base" {
  label = "base"
  holds = [category.sante]
  encryption {
    state = "at_rest"
  }
  retention "active" {
    label  = "Base active"
    period = "2 years"
  }
  backup {
    retained = "30 days"
    encryption {
      state = "at_rest"
    }
  }
}
retention "archive" {
  label      = "archivage"
  applies_to = [data_store.base]
  after      = data_store.base.retention.active
  period     = "3 years"
}
data_store "journaux" {
  label = "journaux"
  encryption {
    state = "at_rest"
  }
}
encryption "donnees" {
  applies_to = [category.sante]
  state      = "at_rest"
  strength   = "should"
}
subprocessor "sms" {
  label     = "Messages"
  countries = ["US"]
  mechanism = "standard_contractual_clauses"
  engagement "rappels" {
    data = [category.sante]
  }
}
tracker "session" {
  kind = "cookie"
}
purpose "tri" {
  label = "le tri"
}
activity "tri" {
  purposes = [purpose.tri]
  decision {
    logic      = "le motif"
    safeguards = ["un praticien relit la demande, si vous le demandez", "vous pouvez répondre"]
  }
}
contact "dpo" {
  label   = "la déléguée"
  channel = "email"
  address = "dpo@example.com"
  within  = "5 days"
}
right "demande" {
  for_each = ["access", "rectification", "restriction"]
  kind     = each.key
  holder   = [actor.patient]
  via      = [contact.dpo]
  within   = "1 month"
}
right "effacement" {
  label  = "Effacer vos données"
  kind   = "erasure"
  holder = [actor.patient]
  limits = ["les factures"]
}
claim "vente" {
  says = "never"
  what = "sell"
}
requirement "journaux" {
  label    = "Journaux"
  effect   = "forbid"
  strength = "must"
  actions  = ["écrire"]
  on       = [category.sante]
  stores   = [data_store.journaux]
}
document "regles" {
  section "ou" {
    shows = ["decisions"]
  }
}
condition "a" {
  state = "un litige est en cours"
}
condition "b" {
  state = "la loi l’exige"
}
retention "litiges" {
  applies_to = [category.sante]
  period     = "1 year"
  tier "litige" {
    period = "5 years"
    when   = [condition.a]
    unless = [condition.b]
  }
}
`

// TestEntriesReadAsPublished holds pages of entries to what a reader of the language
// expects of them.
func TestEntriesReadAsPublished(t *testing.T) {
	m := snippet(t, french)
	pages := strings.ReplaceAll(written(m, entries(m, "fr")), "\u00a0", " ")
	for _, want := range []string{
		"Âge minimum : 15 ans\n",
		"Rôle : responsable du traitement (détermine les finalités et les moyens du traitement)",
		"Personnes concernées : patients\n",
		"**Parents**\n\n  - Appartient à : patients\n",
		"Base active : 2 ans; Archivage : 3 ans; Après la fin de : Base active |",
		"| Base; Archivage | 3 ans |",
		"S’applique à : base, sauvegardes (base) et journaux\n",
		"- **Chiffrement : au repos (lors du stockage)**\n\n  - Caractère : recommandé (devrait)\n  - S’applique à : données de santé\n",
		"États-Unis; Fondement des transferts : clauses contractuelles types",
		"**`session`**",
		"| Droit | Titulaires | S’exerce par | Délai de traitement |\n",
		"| Accès aux données | Patients | Courriel (la déléguée ; Délai : 5 jours) | 1 mois au plus |\n",
		"| Effacer vos données; Effacement | Patients | | |\n\n- **Effacer vos données**\n\n  - Limites : les factures\n",
		"Garanties : un praticien relit la demande, si vous le demandez ; vous pouvez répondre\n",
		"**Jamais : vente de données**",
		"Interdit; Caractère : obligatoire (doit); Actions exclues : écrire",
		"(Condition : un litige est en cours ; Sauf dans ce cas : la loi l’exige)",
	} {
		if !strings.Contains(pages, want) {
			t.Errorf("no page says %q", want)
		}
	}
	for _, never := range []string{"Pluriel", "**Patients**", "Autres précisions"} {
		if strings.Contains(pages, never) {
			t.Errorf("a page says %q", never)
		}
	}
	if t.Failed() {
		t.Log(pages)
	}
}
