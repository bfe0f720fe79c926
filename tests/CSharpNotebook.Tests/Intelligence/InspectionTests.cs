using CSharpNotebook.Engine.Documentation;
using CSharpNotebook.Intelligence;
using CSharpNotebook.Session;

namespace CSharpNotebook.Tests.Intelligence;

public sealed class InspectionTests : SessionTest
{
    private const string Documented = """
        /// <summary>Divides <paramref name="whole"/>, see <see cref="T:System.Math"/>.</summary>
        /// <remarks>Rounds down.</remarks>
        /// <param name="whole">What is divided.</param>
        /// <returns>The <c>half</c>.</returns>
        /// <exception cref="T:System.ArgumentException">Never.</exception>
        int Half(int whole)
        {
            return whole / 2;
        }
        """;

    [Fact]
    public async Task Documentation_of_a_method_of_an_earlier_cell_as_text()
    {
        await RunWell(Documented);
        Assert.Equal("""
            int Half(int whole)

            Divides whole, see Math.

            Parameters
              whole: What is divided.

            Returns
              The half.

            Exceptions
              ArgumentException: Never.
            """, (await Inspect("Ha|lf(3)"))?.Text);
    }

    [Fact]
    public async Task And_as_Markdown_with_the_remarks_where_all_is_wanted()
    {
        await RunWell(Documented);
        Assert.Equal("""
            ```csharp
            int Half(int whole)
            ```

            Divides `whole`, see `Math`.

            **Parameters**

            - `whole`: What is divided.

            **Returns**

            The `half`.

            **Exceptions**

            - `ArgumentException`: Never.

            **Remarks**

            Rounds down.
            """, (await Inspect("Half|", InspectionDetail.Full))?.Markdown);
    }

    [Theory]
    [InlineData("Math.Sqrt(|", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt|(2)", "double Math.Sqrt(double d)")]
    [InlineData("Math.Max(1, |", "Math.Max(")]
    [InlineData("Math.Max(1, |)", "Math.Max(")]
    [InlineData("new List<int>(|", "List<int>.List(")]
    [InlineData("new[] { 1 }.Sele|ct(n => n)", "IEnumerable<int>.Select<int, int>(")]
    [InlineData("#!csharp\nvar text = \"a\";\ntex|t.Trim()", "string text")]
    [InlineData("int|", "struct System.Int32")]
    public async Task The_name_at_a_place_or_what_is_called_there(string code, string signature) =>
        Assert.Contains(signature, (await Inspect(code))?.Text.Split('\n')[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("  |  ")]
    [InlineData("\"te|xt\"")]
    [InlineData("missing|")]
    [InlineData("// Math|")]
    public async Task Nothing_where_nothing_is_known(string code) => Assert.Null(await Inspect(code));

    [Fact]
    public async Task A_variable_with_its_type_and_its_comment()
    {
        await RunWell("/// <summary>How many.</summary>\nlong total = 3;");
        Assert.Equal("(field) long total\n\nHow many.", (await Inspect("total|"))?.Text);
    }

    [Fact]
    public async Task Documentation_beside_an_assembly()
    {
        string own = typeof(NotebookSession).Assembly.Location;
        await RunWell($"#r \"{own}\"");
        string? text = (await Inspect("default(CSharpNotebook.Session.NotebookSession).Complete|ness(\"\")"))?.Text;
        Assert.Contains("Says whether a text is a whole cell", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documentation_of_the_framework_where_an_SDK_is_installed()
    {
        if (FrameworkDocumentation.Files.IsEmpty)
        {
            Assert.Skip("The framework's documentation comes with the .NET SDK, which is not installed beside this runtime.");
        }

        Assert.Contains("Returns the square root of a specified number.", (await Inspect("Math.Sqrt|"))?.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Adds an object to the end of the List.", (await Inspect("new List<int>().Add|(1)"))?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documentation_that_is_inherited()
    {
        await RunWell("""
            interface IShape
            {
                /// <summary>How much it covers.</summary>
                double Area();
            }
            class Square : IShape
            {
                /// <inheritdoc/>
                public double Area() => 1;
            }
            """);
        Assert.EndsWith("How much it covers.", (await Inspect("new Square().Are|a()"))?.Text, StringComparison.Ordinal);
    }

    private Task<InspectionAnswer?> Inspect(string code, InspectionDetail detail = InspectionDetail.Brief)
    {
        int position = code.IndexOf('|', StringComparison.Ordinal);
        return Session.InspectAsync(code.Remove(position, 1), position, detail, TestContext.Current.CancellationToken);
    }
}
