using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Languages.Sql;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Tests.Languages;

/// <summary>SQL over the data frames of the session.</summary>
public sealed class SqlTests : SessionTest
{
    private const string Frame = """
        #r "nuget: Microsoft.Data.Analysis"
        using Microsoft.Data.Analysis;
        var patients = new DataFrame(
            new StringDataFrameColumn("name", new[] { "Ada", "Bob", null }),
            new Int32DataFrameColumn("age", new int?[] { 36, null, 50 }),
            new DoubleDataFrameColumn("dose", new double?[] { 0.1, double.NaN, null }),
            new BooleanDataFrameColumn("event", new bool?[] { true, false, null }),
            new DateTimeDataFrameColumn("seen", new DateTime?[] { new DateTime(2024, 2, 29, 13, 5, 0), null, new DateTime(1999, 12, 31) }),
            new DecimalDataFrameColumn("paid", new decimal?[] { 1.25m, null, 3m }),
            new Int64DataFrameColumn("id", new long?[] { 9007199254740993, 2, 3 }));
        """;

    [Fact]
    public async Task A_data_frame_is_a_table_of_its_name()
    {
        CellResult result =
            await RunWell(Frame, "#!sql\nselect name, age + 1 as next from patients where age > 40 or name = 'Ada' order by age");
        DataFrame frame = Assert.IsType<DataFrame>(result.ReturnValue);
        Assert.Equal(["name", "next"], frame.Columns.Select(column => column.Name));
        Assert.Equal([["Ada", 37], [null, 51]], frame.Rows.Select(row => row.ToArray()));
        Assert.Equal("name  next\nAda     37\nnull    51\n2 rows, 2 columns", TextOf(result));
        Assert.Contains("<th>next<br><small>int</small></th>", ResultOf(result)["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_and_nulls_come_back_as_they_went()
    {
        CellResult result = await RunWell(Frame, "#!sql --name copy\nfrom patients", "patients");
        DataFrame original = Assert.IsType<DataFrame>(result.ReturnValue);
        DataFrame copy = Assert.IsType<DataFrame>((await RunWell("copy")).ReturnValue);
        Assert.Equal(original.Columns.Select(column => column.GetType()), copy.Columns.Select(column => column.GetType()));
        Assert.Equal(original.Rows.SelectMany(row => row), copy.Rows.SelectMany(row => row));
        Assert.Equal(double.NaN, copy["dose"][1]);
    }

    [Fact]
    public async Task A_named_result_is_a_variable_of_csharp_with_its_type()
    {
        CellResult result = await RunWell(
            Frame, "#!sql --name older\nselect * from patients where age > 40\n#!csharp\nolder.Rows.Count + (int)older[\"age\"][0]");
        Assert.Equal("51", TextOf(result));
        Assert.Equal("1", TextOf(await RunWell("DataFrame again = older; again.Rows.Count")));
    }

    [Fact]
    public async Task A_result_is_a_table_for_the_next_query_and_a_change_in_csharp_is_seen()
    {
        await RunWell(Frame, "#!sql --name one\nselect age from patients where age = 36");
        Assert.Equal(36, ((DataFrame)(await RunWell("#!sql\nselect age from ONE")).ReturnValue!)["age"][0]);
        Assert.Equal(7, ((DataFrame)(await RunWell("one[\"age\"][0] = 7;", "#!sql\nselect age from one")).ReturnValue!)["age"][0]);
    }

    [Fact]
    public async Task Whole_numbers_without_a_limit_become_long_or_text_and_dates_become_times()
    {
        DataFrame frame = (DataFrame)(await RunWell(
            "#!sql\nselect sum(i) as total, count(*) as n, date '2024-02-29' as day, [1, 2] as list, 170141183460469231731687303715884105727 as huge, 1 as n from range(10) t(i)")).ReturnValue!;
        Assert.Equal([45L, 10L, new DateTime(2024, 2, 29), "[1, 2]", "170141183460469231731687303715884105727", 1], frame.Rows[0]);
        Assert.Equal(["total", "n", "day", "list", "huge", "n_1"], frame.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task What_a_cell_creates_is_there_for_the_next_and_hides_a_data_frame()
    {
        CellResult created =
            await RunWell(Frame, "#!sql\ncreate table kept as select 1 as a;\ncreate view patients as select 'view' as who;");
        Assert.Empty(created.Outputs);
        Assert.Equal("view", ((DataFrame)(await RunWell("#!sql\nselect who from patients")).ReturnValue!)[0, 0]);
        Assert.Equal("1", TextOf(await RunWell("#!share --from sql kept --as table\ntable.Rows.Count")));
    }

    [Fact]
    public async Task Several_queries_show_each_its_table()
    {
        CellResult result = await RunWell("#!sql\nselect 1 as a;\nselect 2 as b;");
        Assert.Equal("a\n1\n1 row, 1 column", Assert.IsType<DisplayDataOutput>(result.Outputs[0]).Data["text/plain"]);
        Assert.Equal("b\n2\n1 row, 1 column", TextOf(result));
    }

    [Theory]
    [InlineData("#!html\n<p>\n#!sql\nselect 1\n  form nowhere", 5, 8, "Parser Error: syntax error at or near \"nowhere\"")]
    [InlineData("#!sql\nselect 1;\nselect * from nowhere", 3, 15, "Catalog Error: Table with name nowhere does not exist!")]
    public async Task An_error_is_what_duckdb_says_with_the_line_of_the_cell(string cell, int line, int column, string message)
    {
        CellFailure failure = await RunBadly(cell);
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal(line, failure.Line);
        Assert.Equal(column, failure.Column);
    }

    [Fact]
    public async Task Plain_values_are_variables_and_data_frames_tables_when_they_are_shared()
    {
        await RunWell("var level = 0.1 + 0.2; var who = \"O'Neil\"; var when = new DateTime(2024, 2, 29, 1, 2, 3);");
        DataFrame frame = (DataFrame)(await RunWell(
            "#!sql\n#!share --from csharp level\n#!share --from csharp who\n#!share --from csharp when --as day\nselect getvariable('level') as l, getvariable('who') as w, getvariable('day') as d")).ReturnValue!;
        Assert.Equal([0.1 + 0.2, "O'Neil", new DateTime(2024, 2, 29, 1, 2, 3)], frame.Rows[0]);
        Assert.StartsWith(
            "The variable list cannot go to sql: a List",
            (await RunBadly("var list = new List<int>();", "#!sql\n#!share --from csharp list")).Message,
            StringComparison.Ordinal);
        Assert.Equal(3L, ((DataFrame)(await RunWell(
            Frame, "#!sql\n#!share --from csharp patients --as people\nselect count(*) from people")).ReturnValue!)[0, 0]);
    }

    [Fact]
    public async Task A_query_that_is_interrupted_ends_and_leaves_the_tables()
    {
        await RunWell("#!sql\ncreate table kept as select 5 as a");
        // The first result is shown when the second is available; then the endless query begins.
        await Interrupt("#!sql\nselect 1; select 2; select sum(a.i * b.i) from range(10000000) a(i), range(10000000) b(i)");
        Assert.Equal(5, ((DataFrame)(await RunWell("#!sql\nfrom kept")).ReturnValue!)[0, 0]);
    }

    [Fact]
    public void Names_in_comments_and_strings_are_none() =>
        Assert.Equal(["select", "a b", "from", "T1"], SqlText.Words("select \"a b\" -- comment\n/* other\n*/ from T1 'it''s text'"));

    [Fact]
    public void A_semicolon_in_a_string_or_a_comment_ends_nothing() =>
        Assert.Equal(
            ["a ';' $$;$$ $x$;$x$ e'\\';' \";\"", "b -- ;"],
            SqlText.Statements("a ';' $$;$$ $x$;$x$ e'\\';' \";\";\n  b -- ;\n;;-- rest").Select(statement => statement.Trim()));

    [Fact]
    public void A_statement_stands_where_it_stood() => Assert.Equal(["\na", "\n  \n b"], SqlText.Statements("\na;\n b"));
}
