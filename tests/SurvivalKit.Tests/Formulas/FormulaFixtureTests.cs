using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Design matrices against those of R's coxph.</summary>
public sealed class FormulaFixtureTests
{
    private static readonly RFixture R = RFixture.Load("formula");

    public static TheoryData<string> Names => RFixture.Names("formula", _ => true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_agree_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        ModelFrame frame = ModelFrame.Build(R.Data(expected), expected["formula"]!.GetValue<string>());
        DesignMatrix design = frame.Design();

        Assert.Equal(expected["n"]!.GetValue<int>(), frame.Response.Count);
        Assert.Equal(expected["omitted"]!.GetValue<int>(), frame.Omitted);
        Assert.Equal(expected["columns"]!.AsArray().Select(node => node!.GetValue<string>()), design.Names);
        for (int column = 0; column < design.Columns; column++)
        {
            Close.To(expected["columnSums"]![column], design.Column(column).ToArray().Sum(), design.Names[column]);
        }

        int[] rows = [.. expected["rows"]!.AsArray().Select(node => frame.Rows.IndexOf(node!.GetValue<int>() - 1))];
        JsonArray matrix = expected["matrix"]!.AsArray();
        for (int row = 0; row < rows.Length; row++)
        {
            Close.To(matrix[row], Enumerable.Range(0, design.Columns).Select(column => design.Column(column)[rows[row]]), $"row {row}");
        }
    }
}
