using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SurvivalKit.Published;

/// <summary>The JSON form of <see cref="StudyAudit"/>.</summary>
internal static class StudyAuditJson
{
    // Ids hold signs such as ≥ and +; they stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(StudyAudit audit)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("study", audit.Study.Id);
            writer.WriteStartObject("summary");
            foreach ((Verdict verdict, int count) in audit.Counts())
            {
                writer.WriteNumber(verdict.ToName(), count);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("claims");
            foreach (AuditedClaim claim in audit.Claims)
            {
                WriteClaim(writer, claim);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteClaim(Utf8JsonWriter writer, AuditedClaim claim)
    {
        writer.WriteStartObject();
        writer.WriteString("id", claim.Claim.Id);
        writer.WriteString("printed", claim.Claim.Printed);
        writer.WriteString("verdict", claim.Verdict.ToName());
        // JSON has no infinity; such a number is not estimable.
        if (claim.Computed is { } computed && double.IsFinite(computed))
        {
            writer.WriteNumber("computed", computed);
        }
        else
        {
            writer.WriteNull("computed");
        }

        writer.WriteString("method", claim.Method);
        writer.WriteString("witness", claim.Witness ?? claim.Sentence);
        writer.WriteEndObject();
    }
}
