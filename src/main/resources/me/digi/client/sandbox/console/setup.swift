import DigiMeCore
import DigiMeSDK

let keyFile = Bundle.main.url(forResource: "{{contractId}}", withExtension: "pem")!
let configuration = try Configuration(
    appId: "{{applicationId}}",
    contractId: "{{contractId}}",
    privateKey: String(contentsOf: keyFile, encoding: .utf8),
    baseUrl: "{{url}}",
    cloudBaseUrl: "{{url}}/cloud")
let digiMe = DigiMe(configuration: configuration)
digiMe.authorize { result in print(result) }
