translation "de" {
  of = category.name

  # name
  label = "Name"

  fields = [
    "Vorname",  # first name
    "Nachname", # last name
  ]

  sources = {
    label  = "4dd19340"
    fields = "598cbc43"
  }
}

translation "de" {
  of = category.profile_image

  # profile image
  label = "Profilbild"

  sources = {
    label = "bd5bdca4"
  }
}

translation "de" {
  of = category.email

  # e-mail address
  label = "E-Mail-Adresse"

  sources = {
    label = "ced21914"
  }
}

translation "de" {
  of = category.phone

  # phone number
  label = "Telefonnummer"

  sources = {
    label = "8c5fc14c"
  }
}

translation "de" {
  of = category.language

  # language
  label = "Sprache"

  sources = {
    label = "132cc7e0"
  }
}

translation "de" {
  of = category.country

  # country
  label = "Land"

  sources = {
    label = "eb4587c8"
  }
}

translation "de" {
  of = category.ip_address

  # IP address
  label = "IP-Adresse"

  sources = {
    label = "bec347b9"
  }
}

translation "de" {
  of = category.device_info

  # device information
  label = "Geräteinformationen"

  fields = [
    "Plattform",                   # platform
    "Version des Betriebssystems", # OS version
    "Gerät",                       # device
  ]

  sources = {
    label  = "9a5a9d6b"
    fields = "e361f1a1"
  }
}

translation "de" {
  of = category.device_location

  # device location
  label = "Standort des Geräts"

  sources = {
    label = "1d17edc3"
  }
}

translation "de" {
  of = category.form_content

  # form entries
  label = "Eingaben in Formularen"

  examples = [
    "Ladepunkte", # charge points
    "Favoriten",  # favourites
    "Berichte",   # reports
    "Chat",       # chat
  ]

  sources = {
    label    = "8d769df7"
    examples = "89b7c2a0"
  }
}

translation "de" {
  of = category.chat_message

  # chat messages between users
  label = "Chatnachrichten zwischen Nutzern"

  sources = {
    label = "3da0b8c0"
  }
}

translation "de" {
  of = category.support_chat

  # customer support chat messages
  label = "Chatnachrichten an den Kundendienst"

  sources = {
    label = "c8fdcbea"
  }
}

translation "de" {
  of = category.postal_address

  # postal address
  label = "Postanschrift"

  sources = {
    label = "bd3a5fa7"
  }
}

translation "de" {
  of = condition.credit_card_used

  # a credit card is used
  event = "Verwendung einer Kreditkarte"

  sources = {
    event = "32b811e7"
  }
}

translation "de" {
  of = condition.form_saved

  # a form is saved
  event = "Speichern des Formulars"

  sources = {
    event = "0228d05e"
  }
}

translation "de" {
  of = condition.gps_disabled

  # GPS is disabled
  state = "GPS ist ausgeschaltet"

  sources = {
    state = "15de121b"
  }
}

translation "de" {
  of = condition.gps_not_ready

  # GPS is not ready
  state = "GPS ist nicht bereit"

  sources = {
    state = "cb124908"
  }
}

translation "de" {
  of = waiver.contact

  # The policy gives no registered name, and the published copy hides the address.
  reason = "Die Richtlinie nennt keine Firma, und die veröffentlichte Fassung verbirgt die Adresse."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "f2c73743"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.retention

  # The policy gives a period for the cache and for backups, and for nothing else.
  reason = "Die Richtlinie nennt eine Frist für den Zwischenspeicher und für Sicherungskopien, sonst keine."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "1ae7d140"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.usual_period

  # The policy says what is normal, and no more.
  reason = "Die Richtlinie gibt nur an, was in der Regel gilt."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "dc559d44"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.host

  # The policy says of one that it keeps data and of the other that it manages a store, and not what they may do with the data.
  reason = "Die Richtlinie sagt von der einen, dass sie Daten speichert, und von der anderen, dass sie einen Datenspeicher verwaltet, nicht aber, was sie mit den Daten tun dürfen."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "ee9310a3"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.locations

  # The policy gives a place for its own stores only. A place taken from the website of a provider would be that of today, and not the one of the policy.
  reason = "Die Richtlinie nennt nur für die eigenen Datenspeicher einen Ort. Angaben von der Website eines Anbieters gäben den heutigen Ort wieder, nicht den zur Zeit der Richtlinie."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "6f294a5d"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.deployment

  # The policy gives both services access to everything that it lists before them, and no reason.
  reason = "Die Richtlinie gibt beiden Diensten Zugriff auf alles, was sie vor ihnen aufzählt, und nennt keinen Grund."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "87c63096"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.backups

  # The policy does not say whether backups and chat messages are purged when somebody asks for erasure.
  reason = "Die Richtlinie gibt nicht an, ob die Daten auch aus Sicherungskopien und Chatnachrichten gelöscht werden, wenn jemand die Löschung verlangt."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "31d0577e"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.collection

  # Chat stands among what is collected as an example of entries in forms, and the postal address does not stand there at all.
  reason = "Unter den erhobenen Daten kommt der Chat nur als Beispiel für Eingaben in Formularen vor und die Postanschrift gar nicht."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "4403692c"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.published_code

  # The policy prints a code that the provider does not have. Both are kept.
  reason = "Die Richtlinie nennt einen Code, den es beim Anbieter nicht gibt. Beide sind angegeben."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "02126d59"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.most

  # The policy says that most data is kept there, and not which data is not.
  reason = "Nach der Richtlinie sind die meisten Daten dort gespeichert; welche es nicht sind, gibt sie nicht an."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "06f530e6"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.required

  # The policy marks other data as optional, and of this says nothing.
  reason = "Die Richtlinie kennzeichnet andere Daten als freiwillig; zu diesen sagt sie nichts."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "9129174e"
    approver = "3531b152"
  }
}

translation "de" {
  of = waiver.engagements

  # The policy says what these are for, and not which data they receive.
  reason = "Die Richtlinie gibt an, wozu diese Dienste eingesetzt werden, nicht aber, welche Daten sie erhalten."

  # the maintainers of this example
  approver = "die Betreuer dieses Beispiels"

  sources = {
    reason   = "9158a18c"
    approver = "3531b152"
  }
}

translation "de" {
  of = policy.monta

  # ${organization.monta.label} data policy
  title = "Datenschutzrichtlinie von ${organization.monta.label}"

  scope = [
    "der Umgang mit Daten im Auftrag der Nutzer",                  # how data is handled on behalf of users
    "die Möglichkeiten der Nutzer, über diese Daten zu bestimmen", # which choices users have to control it
  ]

  sources = {
    title = "3b6a35b1"
    scope = "b216fae9"
  }
}

translation "de" {
  of = system.monta_app

  # Monta App
  label = "Monta App"

  sources = {
    label = "c6c8c831"
  }
}

translation "de" {
  of = actor.user

  # user
  label = "Nutzer"

  sources = {
    label = "0f8bf724"
  }
}

translation "de" {
  of = purpose.user_profile

  # the user profile
  label = "Nutzerprofil"

  sources = {
    label = "2e46ac4d"
  }
}

translation "de" {
  of = purpose.build_trust

  # building trust for other users
  label = "Schaffung von Vertrauen bei anderen Nutzern"

  sources = {
    label = "b3a77db0"
  }
}

translation "de" {
  of = purpose.two_factor_login

  # two-factor login
  label = "Zwei-Faktor-Anmeldung"

  sources = {
    label = "b486f1b8"
  }
}

translation "de" {
  of = purpose.communicate_in_best_language

  # communicating in the most suitable language
  label = "Kommunikation in der am besten geeigneten Sprache"

  sources = {
    label = "e610b8bf"
  }
}

translation "de" {
  of = purpose.apply_local_law

  # applying local laws
  label = "Anwendung des örtlichen Rechts"

  sources = {
    label = "2610fc12"
  }
}

translation "de" {
  of = purpose.fraud_detection

  # detecting fraud
  label = "Betrugserkennung"

  sources = {
    label = "92089f5c"
  }
}

translation "de" {
  of = purpose.ip_to_coordinate

  # turning the IP address into a coordinate
  label = "Umwandlung der IP-Adresse in eine Koordinate"

  sources = {
    label = "aa2a9061"
  }
}

translation "de" {
  of = purpose.improve_app_experience

  # improving the experience with the app
  label = "Verbesserung des Nutzungserlebnisses in der App"

  examples = [
    "wenn ein Fehler nur auf dem iPhone auftritt und ein anderer nur auf Android-Geräten von Samsung", # when one problem shows only on iPhone, and another only on Samsung's Android devices
  ]

  sources = {
    label    = "cb941c8a"
    examples = "a6057880"
  }
}

translation "de" {
  of = purpose.user_chat

  # chat between users
  label = "Chat zwischen Nutzern"

  sources = {
    label = "8879c7f9"
  }
}

translation "de" {
  of = purpose.customer_support

  # customer support
  label = "Kundendienst"

  sources = {
    label = "db0b6c7d"
  }
}

translation "de" {
  of = purpose.continuous_deployment

  # continuous deployment (CD)
  label = "Continuous Deployment (CD)"

  sources = {
    label = "33124393"
  }
}

translation "de" {
  of = purpose.sms_delivery

  # sending text messages (SMS)
  label = "Versand von Textnachrichten (SMS)"

  sources = {
    label = "e46bec47"
  }
}

translation "de" {
  of = purpose.push_notifications

  # push notifications
  label = "Push-Nachrichten"

  sources = {
    label = "a9d07295"
  }
}

translation "de" {
  of = purpose.crash_reporting

  # crash reports
  label = "Absturzberichte"

  sources = {
    label = "4cdb47fd"
  }
}

translation "de" {
  of = purpose.analytics

  # analytics
  label = "Nutzungsanalyse"

  sources = {
    label = "b7261e10"
  }
}

translation "de" {
  of = purpose.sell_subscription

  # selling subscriptions
  label = "Verkauf von Abonnements"

  sources = {
    label = "a965ae64"
  }
}

translation "de" {
  of = subprocessor.pubnub

  # PubNub
  label = "PubNub"

  sources = {
    label = "49762d88"
  }
}

translation "de" {
  of = subprocessor.intercom

  # Intercom
  label = "Intercom"

  sources = {
    label = "377e4250"
  }
}

translation "de" {
  of = subprocessor.elastic_cloud

  # Elastic Cloud
  label = "Elastic Cloud"

  sources = {
    label = "30e0b493"
  }
}

translation "de" {
  of = subprocessor.twilio

  # Twilio
  label = "Twilio"

  sources = {
    label = "e666e117"
  }
}

translation "de" {
  of = subprocessor.bugsnag

  # Bugsnag
  label = "Bugsnag"

  sources = {
    label = "8c216015"
  }
}

translation "de" {
  of = subprocessor.subscription_sellers

  # service providers that sell subscriptions
  label = "Dienstleister, die Abonnements verkaufen"

  sources = {
    label = "b3425ad7"
  }
}

translation "de" {
  of = condition.subscription_pending

  # a subscription is pending
  state = "ausstehendes Abonnement"

  sources = {
    state = "8cd4a181"
  }
}

translation "de" {
  of = condition.subscription_active

  # a subscription is active
  state = "aktives Abonnement"

  sources = {
    state = "38c75dc7"
  }
}

translation "de" {
  of = contact.privacy

  # Data requests
  label = "Datenanfragen"

  topics = [
    "Ihre Daten", # your data
  ]

  examples = [
    "welche Daten über Sie gespeichert sind", # to ask what is stored about you
    "eine Bitte um Änderung eines Teils davon", # to ask for some of it to be changed
    "die Löschung aller Ihrer Daten",         # to have all of it deleted
  ]

  sources = {
    label    = "21535559"
    topics   = "ecd89928"
    examples = "f2ad651d"
  }
}

translation "de" {
  of = contact.in_app_access

  path = [
    "Me",      # Me
    "Profile", # Profile
  ]

  # Request for data
  control = "Request for data"

  sources = {
    path    = "73a35795"
    control = "2de2787f"
  }
}

translation "de" {
  of = contact.in_app_erasure

  path = [
    "Me",      # Me
    "Profile", # Profile
  ]

  # Request to get deleted
  control = "Request to get deleted"

  sources = {
    path    = "73a35795"
    control = "3c28333e"
  }
}

translation "de" {
  of = right.access

  # Knowing what is stored about you
  label = "Auskunft über Ihre gespeicherten Daten"

  actions = [
    "erfragen, welche Daten über Sie gespeichert sind", # ask which data about you is stored
  ]

  sources = {
    label   = "d75f052d"
    actions = "205cde28"
  }
}

translation "de" {
  of = right.rectification

  # Having some of your data changed
  label = "Änderung eines Teils Ihrer Daten"

  actions = [
    "um die Änderung eines Teils Ihrer Daten bitten", # ask for some of your data to be changed
  ]

  sources = {
    label   = "4b7efc7d"
    actions = "4bd1b292"
  }
}

translation "de" {
  of = right.erasure

  # Having your data deleted
  label = "Löschung Ihrer Daten"

  sources = {
    label = "5d2193e1"
  }
}

translation "de" {
  of = region.eu_west

  # eu west
  label = "EU West"

  sources = {
    label = "e185c0cb"
  }
}

translation "de" {
  of = data_store.aurora

  # Aurora
  label = "Aurora"

  uses = [
    "Hauptdatenbank", # the master database
  ]

  sources = {
    label = "e116f0c8"
    uses  = "b7cabdab"
  }
}

translation "de" {
  of = data_store.elasticsearch

  # Elasticsearch
  label = "Elasticsearch"

  uses = [
    "Suchmaschine der Karte", # the search engine behind the map
    "Protokolldateien",       # log files
  ]

  sources = {
    label = "72d092ae"
    uses  = "687470d9"
  }
}

translation "de" {
  of = data_store.dynamodb

  # DynamoDB
  label = "DynamoDB"

  uses = [
    "Konfiguration", # configuration
  ]

  sources = {
    label = "78552952"
    uses  = "77398ad9"
  }
}

translation "de" {
  of = data_store.elasticache

  # ElastiCache
  label = "ElastiCache"

  uses = [
    "Zwischenspeicherung", # caching
  ]

  sources = {
    label = "6d9ca8e8"
    uses  = "0babd815"
  }
}

translation "de" {
  of = data_store.s3

  # S3
  label = "S3"

  uses = [
    "Dateiablage", # file storage
  ]

  examples = [
    "Bilder", # images
  ]

  sources = {
    label    = "37027a31"
    uses     = "3ccf29a4"
    examples = "7f527f3e"
  }
}
