using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SurvivalKit.Published;

/// <summary>A study as the objects of its file, with the keys that the readers know.</summary>
internal static class DesignParts
{
    public static JsonObject Study(Study study) => JsonParts.Object(
        ("$schema", "./study.schema.json"),
        ("id", study.Id),
        ("title", study.Title),
        ("citation", study.Citation),
        ("synthetic", study.Synthetic),
        ("scope", study.Scope),
        ("methods", Methods(study.Methods)),
        ("armColumn", study.ArmColumn),
        ("arms", List(study.Arms, arm => JsonParts.Object(
            ("name", arm.Name), ("n", arm.N), ("reference", JsonParts.Flag(arm.IsReference))))),
        ("endpoints", List(study.Endpoints, endpoint => JsonParts.Object(
            ("name", endpoint.Name),
            ("label", endpoint.Label),
            ("time", endpoint.Time),
            ("event", endpoint.Event),
            ("unit", endpoint.Unit),
            ("noLaterThan", endpoint.NoLaterThan)))),
        ("sequencing", study.Sequencing is { } sequencing ? Sequencing(sequencing) : null),
        ("variables", List(study.Variables, VariableParts.Of)),
        ("tables", List(study.Tables, Table)),
        ("rows", List(study.Rows, MeasureParts.Of)),
        ("claims", List(study.Claims, ClaimParts.Of)),
        ("notPrintedAsText", List(study.NotPrintedAsText, place => JsonParts.Object(("place", place.Place), ("what", place.What)))),
        ("remarks", study.Remarks.IsEmpty ? null : List(study.Remarks, Remark)));

    public static string TiesOf(Ties ties) => ties == Ties.Breslow ? "breslow" : "efron";

    private static JsonArray List<T>(ImmutableArray<T> items, Func<T, JsonObject> part) => [.. items.Select(item => (JsonNode)part(item))];

    private static JsonObject Methods(StudyMethods methods) => JsonParts.Object(
        ("software", methods.Software),
        ("tests", List(methods.Tests, test => JsonParts.Object(
            ("test", test.Test),
            ("for", test.UsedFor),
            ("kind", NamedTestKinds.All.FirstOrDefault(kind => !test.Kinds.IsEmpty && kind.Kinds.SequenceEqual(test.Kinds)).Name),
            ("use", test.Use == NamedTestUse.Unsaid ? null : test.Use.ToString().ToLowerInvariant())))),
        ("continuous", methods.Continuous),
        ("ties", TiesOf(methods.Ties)),
        ("significance", methods.Significance),
        ("readings", Readings(methods.Readings)));

    // Kinds that are open are absent, and so is a list of none.
    private static JsonObject? Readings(StudyReadings readings) => ReadingKind.All.Any(kind => kind.Chosen(readings) is not null)
        ? JsonParts.Object([.. ReadingKind.All.Select(kind => (kind.Key, (JsonNode?)kind.Chosen(readings)))])
        : null;

    private static JsonObject Sequencing(StudySequencing sequencing) => JsonParts.Object(
        ("n", sequencing.N),
        ("note", sequencing.Note),
        ("kinds", JsonParts.List(sequencing.Kinds)),
        ("genes", List(sequencing.Genes, gene => JsonParts.Object(("gene", gene.Gene), ("kinds", JsonParts.List(gene.Kinds))))),
        ("tmb", JsonParts.Object(
            ("range", new JsonArray(sequencing.MinimumBurden, sequencing.MaximumBurden)), ("decimals", sequencing.BurdenDecimals))),
        ("msi", JsonParts.List(sequencing.MicrosatelliteStates)));

    private static JsonObject Table(PrintedTable table) => JsonParts.Object(
        ("place", table.Place),
        ("title", table.Title),
        ("stub", table.Stub),
        ("columns", List(table.Columns, column => JsonParts.Object(("name", column.Name), ("header", column.Header)))),
        ("rows", List(table.Rows, row => JsonParts.Object(("row", row.Row), ("printed", row.Printed), ("cell", row.Cell)))),
        ("notes", JsonParts.List(table.Notes)));

    private static JsonObject Remark(StudyRemark remark) => JsonParts.Object(
        ("place", remark.Place),
        ("row", remark.Row),
        ("column", remark.Column),
        ("printed", remark.Printed),
        ("line", remark.Line),
        ("reason", remark.Reason));
}
