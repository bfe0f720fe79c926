using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Splines, polynomials, factors with given levels and the other functions of a formula against R: the columns of the fit, and of
/// new rows by its constants.</summary>
public sealed class TermFixtureTests
{
    private static readonly Dictionary<string, RFixture> Fixtures =
        new[] { "splines", "functions" }.ToDictionary(name => name, RFixture.Load);

    public static TheoryData<string, string> Names =>
        [.. Fixtures.SelectMany(fixture => fixture.Value.Cases().Keys, (fixture, name) => (fixture.Key, name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_agree_with_R(string fixture, string name)
    {
        JsonObject expected = Fixtures[fixture].Cases()[name];
        ModelFrame frame = Frame(fixture, expected);
        DesignMatrix design = frame.Design();

        Assert.Equal(expected["n"]!.GetValue<int>(), frame.Response.Count);
        Assert.Equal(expected["omitted"]!.GetValue<int>(), frame.Omitted);
        Assert.Equal(Texts(expected["columns"]), design.Names);
        for (int column = 0; column < design.Columns; column++)
        {
            // Orthogonal columns sum to 0 except for rounding.
            double[] values = design.Column(column).ToArray();
            double sum = expected["columnSums"]![column]!.GetValue<double>();
            Assert.True(
                Math.Abs(sum - values.Sum()) <= 1e-8 * Math.Max(Math.Abs(sum), values.Max(Math.Abs)),
                $"{design.Names[column]}: {sum:R}, {values.Sum():R}");
        }

        Compare(expected["matrix"]!.AsArray(), design, [.. Numbers(expected["rows"]).Select(row => frame.Rows.IndexOf(row - 1))]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void New_rows_are_coded_with_the_constants_of_the_fit(string fixture, string name)
    {
        JsonObject expected = Fixtures[fixture].Cases()[name];
        CodedData coded = ModelTerms.Learn(Frame(fixture, expected)).Code(NewData(expected["newData"]!.AsObject()), withStrata: false);

        Assert.Equal(Texts(expected["columns"]), coded.Design.Names);
        Assert.Equal(Numbers(expected["newRows"]).Select(row => row - 1), coded.Rows);
        Compare(expected["newMatrix"]!.AsArray(), coded.Design, [.. Enumerable.Range(0, coded.Rows.Length)]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Saved_terms_code_the_same(string fixture, string name)
    {
        JsonObject expected = Fixtures[fixture].Cases()[name];
        DataFrame data = NewData(expected["newData"]!.AsObject());
        ModelTerms terms = ModelTerms.Learn(Frame(fixture, expected));
        ModelTerms again = ModelTerms.Learn(JsonSerializer.Deserialize<ModelTermsRecord>(JsonSerializer.Serialize(terms.ToRecord()))!);
        DesignMatrix before = terms.Code(data, withStrata: false).Design;
        DesignMatrix after = again.Code(data, withStrata: false).Design;

        Assert.Equal(before.Names, after.Names);
        Assert.All(Enumerable.Range(0, before.Columns), column => Assert.Equal(before.Column(column), after.Column(column)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_data_of_the_fit_are_coded_as_in_the_fit(string fixture, string name)
    {
        JsonObject expected = Fixtures[fixture].Cases()[name];
        DataFrame data = Fixtures[fixture].Data(expected);
        ModelFrame frame = ModelFrame.Build(data, expected["formula"]!.GetValue<string>());
        CodedData coded = ModelTerms.Learn(frame).Code(data, withResponse: true);

        Assert.Equal(frame.Rows, coded.Rows);
        Assert.Equal(frame.Values.Strata, coded.Strata);
        Assert.Equal(frame.Response.Time, coded.Response!.Time);
        Assert.All(Enumerable.Range(0, coded.Design.Columns), column =>
            Assert.Equal(frame.Design().Column(column), coded.Design.Column(column)));
    }

    private static ModelFrame Frame(string fixture, JsonObject expected) =>
        ModelFrame.Build(Fixtures[fixture].Data(expected), expected["formula"]!.GetValue<string>());

    // R's columns come from a decomposition of the whole matrix: a value near 0 has the rounding error of the largest one.
    private static void Compare(JsonArray matrix, DesignMatrix design, int[] rows)
    {
        Assert.Equal(matrix.Count, rows.Length);
        for (int column = 0; column < design.Columns; column++)
        {
            double largest = matrix.Max(row => Math.Abs(row![column]!.GetValue<double>()));
            for (int row = 0; row < rows.Length; row++)
            {
                double value = matrix[row]![column]!.GetValue<double>();
                double ours = design.Column(column)[rows[row]];
                Assert.True(
                    Math.Abs(value - ours) <= (1e-8 * Math.Abs(value)) + (1e-13 * largest),
                    $"{design.Names[column]}, row {row}: expected {value:R}, was {ours:R}.");
            }
        }
    }

    private static DataFrame NewData(JsonObject columns) => new(columns.Select(column => Column(column.Key, column.Value!.AsArray())));

    private static DataFrameColumn Column(string name, JsonArray values) =>
        values.Any(value => value?.GetValueKind() == JsonValueKind.String)
            ? new StringDataFrameColumn(name, values.Select(value => value?.GetValue<string>()))
            : new DoubleDataFrameColumn(name, values.Select(value => value?.GetValue<double>()));

    private static IEnumerable<string> Texts(JsonNode? node) => node!.AsArray().Select(value => value!.GetValue<string>());

    private static IEnumerable<int> Numbers(JsonNode? node) => node!.AsArray().Select(value => value!.GetValue<int>());
}
