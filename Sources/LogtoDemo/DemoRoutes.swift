// The routes of the demo tenant: every operation of the catalogue, simulated or not, and the token endpoint.

import HTTPServer
import JSON
import LogtoCatalogue

enum DemoRoutes {
  /// The handlers of all simulated operations by the catalogue's names.
  static let handlers: [String: DemoHandler] = {
    let tables: [[String: DemoHandler]] = [
      UserRoutes.table, UserAccountRoutes.table, UserRoleRoutes.table, IdentityRoutes.table,
      PersonalAccessTokenRoutes.table, MFARoutes.table, SessionRoutes.table,
      RoleRoutes.table, RoleMemberRoutes.table, ResourceRoutes.table, ResourceScopeRoutes.table,
      ApplicationRoutes.table, ApplicationSecretRoutes.table, ApplicationRoleRoutes.table, ConsentRoutes.table,
      OrganizationRoutes.table, OrganizationUserRoutes.table, OrganizationApplicationRoutes.table,
      OrganizationRoleRoutes.table, OrganizationScopeRoutes.table, JITRoutes.table, InvitationRoutes.table,
      SAMLApplicationRoutes.table, SAMLSecretRoutes.table, ProtectedDomainRoutes.table,
      HookRoutes.table, DomainRoutes.table, ConnectorRoutes.table, ConnectorFactoryRoutes.table,
      SSOConnectorRoutes.table,
      SignInExperienceRoutes.table, PhraseRoutes.table, ProfileFieldRoutes.table, EmailTemplateRoutes.table,
      OneTimeTokenRoutes.table, LogRoutes.table, DashboardRoutes.table, ConfigRoutes.table, ProviderRoutes.table,
      ExperienceRoutes.table, ExperienceVerificationRoutes.table, ExperienceFactorRoutes.table,
      AccountRoutes.table, AccountFactorRoutes.table, AccountVerificationRoutes.table,
      JWTCustomizerTest.table, WellKnownRoutes.table, MiscellaneousRoutes.table,
    ]
    return tables.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }()

  /// Names of the operations that are simulated.
  static var simulated: Set<String> { Set(handlers.keys) }

  static func all(_ state: DemoState) -> [Route] {
    var routes = [
      Route.immediate("POST", "/oidc/token") { TokenEndpoint.answer($0, state) },
      Route.immediate("GET", "/oidc/.well-known/openid-configuration") { TokenEndpoint.discovery($0) },
    ]
    routes += SignInEndpoint.routes(state)
    for operation in Catalogue.shipped.operations {
      let handler = handlers[operation.name]
      routes.append(
        .immediate(operation.method, operation.path) { request in
          Dispatch.answer(request, operation, handler, state)
        })
    }
    return routes
  }
}
