using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>The order of texts against R's in a natural locale, and the order of levels that follows from it.</summary>
public sealed class TextOrderTests
{
    private static readonly JsonObject R =
        JsonNode.Parse(File.ReadAllText(Repository.File("tests/Fixtures/text-order.json")))!.AsObject();

    [Fact]
    public void Texts_are_sorted_as_R_sorts_them()
    {
        string[] expected = Texts("sorted");
        string[] sorted = [.. expected.Reverse().Order(LevelOrder.Text)];

        Assert.True(expected.Length > 500);
        Assert.All(Enumerable.Range(0, expected.Length), place =>
            Assert.True(expected[place] == sorted[place], $"place {place}: R has \"{expected[place]}\", we \"{sorted[place]}\""));
    }

    [Fact]
    public void Levels_of_a_text_column_are_in_this_order()
    {
        string rows = string.Concat(Texts("levels").Reverse().Select((level, i) => FormattableString.Invariant($"{i + 1},1,{level}\n")));
        ModelFrame frame = ModelFrame.Build(CsvText.Read("t,d,g\n" + rows), "Surv(t, d) ~ g");

        Assert.Equal(Texts("levels"), ((FormulaValue.Levels)frame.Values.Variables[0]).Names);
    }

    [Theory]
    [InlineData("<50", "50-69")]
    [InlineData("_x", "1")]
    [InlineData("9", "a")]
    [InlineData("a", "A")]
    [InlineData("A", "á")]
    [InlineData("Á", "b")]
    [InlineData("a b", "ab")]
    [InlineData("z", "α")]
    [InlineData("я", "日")]
    [InlineData("", "a")]
    public void One_text_is_before_another(string first, string second)
    {
        Assert.True(LevelOrder.Text.Compare(first, second) < 0);
        Assert.True(LevelOrder.Text.Compare(second, first) > 0);
    }

    [Fact]
    public void It_is_a_total_order_of_random_texts() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        string[] texts =
        [
            .. Enumerable.Range(0, 60)
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => (char)random.Next(32, 1200)))),
        ];
        foreach (string a in texts)
        {
            foreach (string b in texts)
            {
                int order = Math.Sign(LevelOrder.Text.Compare(a, b));
                Assert.True(order == -Math.Sign(LevelOrder.Text.Compare(b, a)) && (order != 0 || a == b), $"\"{a}\", \"{b}\"");
                Assert.All(texts, c => Assert.True(
                    order > 0 || LevelOrder.Text.Compare(b, c) > 0 || LevelOrder.Text.Compare(a, c) <= 0, $"\"{a}\", \"{b}\", \"{c}\""));
            }
        }
    });

    private static string[] Texts(string name) => [.. R[name]!.AsArray().Select(text => text!.GetValue<string>())];
}
