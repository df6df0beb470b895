package examples;

import examples.support.Service;
import java.security.cert.X509Certificate;
import me.digi.client.contract.AccessType;
import me.digi.client.contract.ContractDescription;

/**
 * Reads the description of a contract: what it is for, when it expires, and its certificate.
 *
 * <p>No arguments.
 */
public final class DescribeContract {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            ContractDescription contract = service.digiMe().describeContract(service.contract());
            System.out.println(contract.id() + " of " + contract.application().name());
            System.out.println(contract.accessType().equals(AccessType.READ) ? "reads" : "does not read");
            System.out.println("until " + contract.expiresAt());
            X509Certificate certificate = contract.x509Certificate();
            System.out.println(certificate == null ? contract.certificate() : certificate.getSubjectX500Principal());
        }
    }
}
