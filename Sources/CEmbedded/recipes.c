// The scripts of examples/, carried in the binary. Made by `swift run CatalogueGenerator`.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "recipes.h"

static const unsigned char access_review[] = {
#embed "../../examples/access-review.lua"
};

static const unsigned char audit_report[] = {
#embed "../../examples/audit-report.lua"
};

static const unsigned char bulk_import[] = {
#embed "../../examples/bulk-import.lua"
};

static const unsigned char custom_data_migration[] = {
#embed "../../examples/custom-data-migration.lua"
};

static const unsigned char domain_move[] = {
#embed "../../examples/domain-move.lua"
};

static const unsigned char dry_run_first[] = {
#embed "../../examples/dry-run-first.lua"
};

static const unsigned char gdpr_export[] = {
#embed "../../examples/gdpr-export.lua"
};

static const unsigned char invitation_sweep[] = {
#embed "../../examples/invitation-sweep.lua"
};

static const unsigned char machine_inventory[] = {
#embed "../../examples/machine-inventory.lua"
};

static const unsigned char organization_setup[] = {
#embed "../../examples/organization-setup.lua"
};

static const unsigned char parallel_lookup[] = {
#embed "../../examples/parallel-lookup.lua"
};

static const unsigned char permission_matrix[] = {
#embed "../../examples/permission-matrix.lua"
};

static const unsigned char quickstart[] = {
#embed "../../examples/quickstart.lua"
};

static const unsigned char role_cleanup[] = {
#embed "../../examples/role-cleanup.lua"
};

static const unsigned char secret_rotation[] = {
#embed "../../examples/secret-rotation.lua"
};

static const unsigned char sign_in_experience[] = {
#embed "../../examples/sign-in-experience.lua"
};

static const unsigned char sign_in_flow[] = {
#embed "../../examples/sign-in-flow.lua"
};

static const unsigned char stale_accounts[] = {
#embed "../../examples/stale-accounts.lua"
};

static const unsigned char translations[] = {
#embed "../../examples/translations.lua"
};

static const unsigned char webhook_setup[] = {
#embed "../../examples/webhook-setup.lua"
};

static const embedded_recipe recipes[] = {
  {"access-review", access_review, sizeof access_review},
  {"audit-report", audit_report, sizeof audit_report},
  {"bulk-import", bulk_import, sizeof bulk_import},
  {"custom-data-migration", custom_data_migration, sizeof custom_data_migration},
  {"domain-move", domain_move, sizeof domain_move},
  {"dry-run-first", dry_run_first, sizeof dry_run_first},
  {"gdpr-export", gdpr_export, sizeof gdpr_export},
  {"invitation-sweep", invitation_sweep, sizeof invitation_sweep},
  {"machine-inventory", machine_inventory, sizeof machine_inventory},
  {"organization-setup", organization_setup, sizeof organization_setup},
  {"parallel-lookup", parallel_lookup, sizeof parallel_lookup},
  {"permission-matrix", permission_matrix, sizeof permission_matrix},
  {"quickstart", quickstart, sizeof quickstart},
  {"role-cleanup", role_cleanup, sizeof role_cleanup},
  {"secret-rotation", secret_rotation, sizeof secret_rotation},
  {"sign-in-experience", sign_in_experience, sizeof sign_in_experience},
  {"sign-in-flow", sign_in_flow, sizeof sign_in_flow},
  {"stale-accounts", stale_accounts, sizeof stale_accounts},
  {"translations", translations, sizeof translations},
  {"webhook-setup", webhook_setup, sizeof webhook_setup},
};

const embedded_recipe *embedded_recipes(size_t *count) {
  *count = sizeof recipes / sizeof recipes[0];
  return recipes;
}
