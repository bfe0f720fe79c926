using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Reads the parts of a study file that describe the study: methods, arms, endpoints, sequencing and
/// the tables' layouts.</summary>
internal static class StudyDesignReader
{
    public static Ties TiesOf(JsonValueReader value) => value.OneOf<Ties>(("efron", Ties.Efron), ("breslow", Ties.Breslow));

    public static string TextOf(JsonValueReader value) => value.Text();

    public static StudyMethods Methods(JsonObjectReader o)
    {
        var methods = new StudyMethods(
            o.Required("software").Text(),
            o.Required("tests").List(Test),
            o.Required("continuous").Text(),
            TiesOf(o.Required("ties")),
            Significance(o.Required("significance")))
        {
            Readings = o.Optional("readings", ReadingsReader.Read) ?? new(),
        };
        o.End();
        return methods;
    }

    public static StudyArm Arm(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var arm = new StudyArm(
            o.Required("name").Text(), o.Required("n").WholeNumber(1), o.Optional("reference", v => v.Flag(), otherwise: false));
        o.End();
        return arm;
    }

    public static StudyEndpoint Endpoint(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var endpoint = new StudyEndpoint
        {
            Name = o.Required("name").Text(),
            Label = o.Required("label").Text(),
            Time = o.Required("time").Text(),
            Event = o.Required("event").Text(),
            Unit = o.Required("unit").Text(),
            NoLaterThan = o.OptionalText("noLaterThan"),
        };
        o.End();
        return endpoint;
    }

    public static StudySequencing Sequencing(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        JsonObjectReader burden = o.Required("tmb").Object();
        (double least, double greatest) = VariableReader.Range(burden.Required("range"));
        var sequencing = new StudySequencing
        {
            N = o.Required("n").WholeNumber(1),
            Note = o.OptionalText("note"),
            Kinds = o.Required("kinds").List(TextOf, least: 1),
            Genes = o.Required("genes").List(Gene),
            MinimumBurden = least,
            MaximumBurden = greatest,
            BurdenDecimals = burden.Required("decimals").WholeNumber(0),
            MicrosatelliteStates = o.Required("msi").List(TextOf, least: 1),
        };
        burden.End();
        o.End();
        return sequencing;
    }

    public static PrintedTable Table(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var table = new PrintedTable(
            o.Required("place").Text(),
            o.Required("title").Text(),
            o.Required("stub").Text(),
            o.Required("columns").List(Column, least: 1),
            o.Required("rows").List(Row, least: 1),
            o.Required("notes").List(TextOf));
        o.End();
        return table;
    }

    public static UnprintedPlace Unprinted(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var place = new UnprintedPlace(o.Required("place").Text(), o.Required("what").Text());
        o.End();
        return place;
    }

    private static double Significance(JsonValueReader value)
    {
        double level = value.Number();
        return level is > 0 and < 1
            ? level
            : throw value.Error(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{level} was found; a level between 0 and 1 was expected."));
    }

    private static NamedTest Test(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var test = new NamedTest(
            o.Required("test").Text(),
            o.Required("for").Text(),
            o.Optional("use", UseOf, otherwise: NamedTestUse.Unsaid))
        {
            Kinds = o.Optional("kind", KindsOf, otherwise: []),
        };
        o.End();
        return test;
    }

    private static ImmutableArray<TestKind> KindsOf(JsonValueReader value) =>
        value.OneOf<ImmutableArray<TestKind>>(NamedTestKinds.All.AsSpan());

    private static NamedTestUse UseOf(JsonValueReader value) => value.OneOf<NamedTestUse>(
        ("numbers", NamedTestUse.Numbers), ("counts", NamedTestUse.Counts), ("times", NamedTestUse.Times));

    private static SequencedGene Gene(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var gene = new SequencedGene(o.Required("gene").Text(), o.Required("kinds").List(TextOf, least: 1));
        o.End();
        return gene;
    }

    private static PrintedColumn Column(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var column = new PrintedColumn(o.Required("name").Text(), o.Required("header").Text());
        o.End();
        return column;
    }

    private static PrintedRow Row(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var row = new PrintedRow(o.Required("row").Text(), o.Required("printed").Text(), o.OptionalText("cell"));
        o.End();
        return row;
    }
}
