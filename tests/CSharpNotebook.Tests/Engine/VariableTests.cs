using CSharpNotebook.Cells;
using CSharpNotebook.Engine;

namespace CSharpNotebook.Tests.Engine;

/// <summary>Variables shared between C# and the other languages.</summary>
public sealed class VariableTests : SessionTest
{
    [Fact]
    public async Task Variables_are_told_with_type_and_value_and_the_last_declaration_counts()
    {
        await RunWell("var x = 1; string s = \"a\";", "object x = 2.5;");
        Assert.Equal([new SessionVariable("s", typeof(string), "a"), new SessionVariable("x", typeof(object), 2.5)], Session.Variables);
    }

    [Fact]
    public async Task A_variable_that_is_set_has_its_type_in_the_cells()
    {
        Session.SetVariable("numbers", new List<int?[]> { new int?[] { 1, null } });
        Assert.Equal("1", TextOf(await RunWell("numbers[0][0]!.Value")));
        Session.SetVariable("class", 3);
        Assert.Equal("4", TextOf(await RunWell("@class + 1")));
        Session.SetVariable("numbers", 7.0, typeof(double?));
        Assert.Equal("7", TextOf(await RunWell("numbers")));
    }

    [Fact]
    public async Task A_type_that_code_cannot_name_becomes_the_nearest_that_it_can()
    {
        Session.SetVariable("hidden", new Hidden());
        await RunWell("List<int> plain = hidden;");
        Session.SetVariable("anonymous", new { A = 1 });
        Assert.Equal(
            "object",
            (await RunWell("string TypeOf<T>(T x) => typeof(T).Name; TypeOf(anonymous)")).ReturnValue!.ToString()!.ToLowerInvariant());
    }

    [Fact]
    public void A_name_that_is_none_is_refused() => Assert.Throws<ArgumentException>(() => Session.SetVariable("1x", 1));

    [Theory]
    [InlineData(typeof(int[][,]), "int[][,]")]
    [InlineData(typeof(Dictionary<string, List<int?>>.KeyCollection), "Dictionary<string, List<int?>>.KeyCollection")]
    [InlineData(typeof((int, DateTime)), "ValueTuple<int, DateTime>")]
    public void A_type_is_written_as_code_names_it(Type type, string name)
    {
        Assert.Equal(name, TypeNames.Short(type));
        Assert.StartsWith(name[..3] == "int" ? "int" : "global::System.", TypeNames.Full(type), StringComparison.Ordinal);
    }

    private sealed class Hidden : List<int>;
}
