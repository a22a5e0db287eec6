-- Invitation sweep: removes invitations that have expired, and sends those that end within a week once more.

local latest = logto.list_logs{ page_size = 1 }[1]
local now = latest and latest.createdAt or os.time() * 1000

local names = {}
for organization in logto.each("list_organizations") do names[organization.id] = organization.name end

local counts = { removed = 0, reminded = 0, left = 0 }
for _, invitation in ipairs(logto.list_organization_invitations()) do
  local organization = names[invitation.organizationId] or "?"
  if invitation.status == "Expired" then
    logto.delete_organization_invitation{ id = invitation.id }
    print(string.format("removed   %s (%s)", invitation.invitee, organization))
    counts.removed = counts.removed + 1
  elseif invitation.status == "Pending" and invitation.expiresAt - now <= 7 * 86400000 then
    logto.create_organization_invitation_message{ id = invitation.id, link = "https://acme.example/join" }
    print(string.format("reminded  %s (%s)", invitation.invitee, organization))
    counts.reminded = counts.reminded + 1
  else
    counts.left = counts.left + 1
  end
end
print(string.format("%d removed, %d reminded, %d left alone", counts.removed, counts.reminded, counts.left))
return counts
