val contract = ContractDetails {
    contractId("{{contractId}}")
    privateKey(Path.of("{{contractId}}.pem").readText())
}
val digiMe = DigiMe {
    applicationId("{{applicationId}}")
    contract(contract)
    environment {
        baseUrl("{{baseUrl}}")
        onboardUrl("{{onboardUrl}}")
        cloudUrl("{{cloudUrl}}")
    }
}
val pending = digiMe.authorize().redirectUri("http://localhost:8765/callback").awaitStart()
println("Open this page, and press Allow: ${pending.url}")
