ContractDetails contract = ContractDetails.builder()
        .contractId("{{contractId}}")
        .privateKey(Files.readString(Path.of("{{contractId}}.pem")))
        .build();
DigiMe digiMe = DigiMe.builder()
        .applicationId("{{applicationId}}")
        .contract(contract)
        .environment(Environment.builder()
                .baseUrl("{{baseUrl}}")
                .onboardUrl("{{onboardUrl}}")
                .cloudUrl("{{cloudUrl}}")
                .build())
        .build();
PendingConsent pending = digiMe.authorize()
        .redirectUri("http://localhost:8765/callback")
        .start();
System.out.println("Open this page, and press Allow: " + pending.url());
