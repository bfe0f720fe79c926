namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>What a ClickHouse server answers, and values in statements for it.</summary>
[Collection(OnClickHouse.Name)]
public class ClickHouseValueTests(ClickHouseCluster cluster)
{
    private static readonly double[] Hard =
    [
        0, -0.0, 1, -1, 0.1, 0.1 + 0.2, 1 / 3.0, 1e-300, double.Epsilon, 2.2250738585072014e-308, 2.2250738585072011e-308, double.MaxValue,
        double.MinValue, 9007199254740993, 1e22, 4.35, -123456.789e-12, Math.PI, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity,
    ];

    private static readonly string[] HardTexts =
    [
        "", "it's", "\"", "`", "\\", "\\'", "'; DROP TABLE x; --", "\\'; DROP TABLE x; --", "a\nb\r\tc", "Ärztin", "日本", "🧬", "\0",
        "a\0b", "--", "/*", "*/", "%s", "\\n", "\\x41", " ", "FORMAT CSV", "{a:String}", "\u2028",
    ];

    [Fact]
    public void Numbers_go_there_and_back_to_the_last_bit()
    {
        using ClickHouseEngine engine = Engine();
        SqlAnswer answer = engine.Ask("SELECT " + string.Join(", ", Hard.Select(value => engine.Dialect.Number(value))));

        Assert.Equal(1, answer.Rows);
        Assert.Equal(
            Hard.Select(BitConverter.DoubleToInt64Bits),
            Hard.Select((_, column) => BitConverter.DoubleToInt64Bits(answer.Numbers(column)[0])));
    }

    [Fact]
    public void Random_bits_go_there_and_back() => RandomSeed.Run(seed =>
    {
        using ClickHouseEngine engine = Engine();
        var random = new Random(seed);
        double[] numbers = [.. Enumerable.Range(0, 500).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64()))];
        SqlAnswer answer = engine.Ask($"SELECT arrayJoin([{string.Join(", ", numbers.Select(engine.Dialect.Number))}]) AS x");

        Assert.Equal(numbers.Select(BitConverter.DoubleToInt64Bits), answer.Numbers(0).Select(BitConverter.DoubleToInt64Bits));
    });

    [Fact]
    public async Task A_loaded_table_has_the_same_bits_and_texts()
    {
        Servers.RequireClickHouse();
        long?[] order = [.. Enumerable.Range(0, Hard.Length).Select(row => (long?)row)];
        string?[] texts = [.. Hard.Select((_, row) => row == 3 ? null : HardTexts[row])];
        await cluster.LoadAsync(new("hard values", ("row", order), ("x", Hard), ("it's `a` \\ text", texts)));
        using ClickHouseEngine engine = Engine();
        string name = engine.Dialect.Quote("hard values");
        SqlAnswer answer = engine.Ask($"SELECT * FROM {name} ORDER BY {engine.Dialect.Quote("row")}");

        Assert.Equal(["row", "x", "it's `a` \\ text"], answer.Names);
        Assert.Equal(Hard.Select(BitConverter.DoubleToInt64Bits), answer.Numbers(1).Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(texts, answer.Texts(2));
    }

    [Fact]
    public void Texts_are_texts_and_never_statements()
    {
        using ClickHouseEngine engine = Engine();
        SqlAnswer answer = engine.Ask("SELECT " + string.Join(", ", HardTexts.Select((text, i) => $"{engine.Dialect.Text(text)} AS t{i}")));

        Assert.Equal(HardTexts, HardTexts.Select((_, column) => answer.Texts(column)[0]));
    }

    [Fact]
    public void Identifiers_are_names_and_never_statements()
    {
        using ClickHouseEngine engine = Engine();
        string[] names = [.. HardTexts.Where(text => text.Length > 0)];
        SqlAnswer answer = engine.Ask(
            "SELECT " + string.Join(", ", names.Select(engine.Dialect.Quote)) + " FROM (SELECT "
            + string.Join(", ", names.Select((name, i) => $"{i} AS {engine.Dialect.Quote(name)}")) + ")");

        Assert.Equal(names, answer.Names);
        Assert.Equal(names.Select((_, i) => (double)i), names.Select((_, i) => answer.Numbers(i)[0]));
    }

    [Theory]
    [InlineData("toInt8(-5)", -5)]
    [InlineData("toInt16(-300)", -300)]
    [InlineData("toInt32(-70000)", -70000)]
    [InlineData("toInt64('-9007199254740992')", -9007199254740992)]
    [InlineData("toUInt8(255)", 255)]
    [InlineData("toUInt16(65535)", 65535)]
    [InlineData("toUInt32(4294967295)", 4294967295)]
    [InlineData("toUInt64('9223372036854775808')", 9223372036854775808.0)]
    [InlineData("toFloat32(0.1)", 0.1f)]
    [InlineData("toDecimal32('-1.25', 2)", -1.25)]
    [InlineData("toDecimal64('0.1', 17)", 0.1)]
    [InlineData("toDecimal128('12345678901234567890.123456789', 9)", 12345678901234567890.123456789)]
    [InlineData("1 = 1", 1)]
    [InlineData("toDate('2020-01-01')", 18262)]
    [InlineData("toDateTime('2020-01-01 12:00:00')", 18262.5)]
    [InlineData("toNullable(toDecimal64('0.5', 1))", .5)]
    [InlineData("NULL", double.NaN)]
    [InlineData("CAST(NULL, 'Nullable(Int32)')", double.NaN)]
    [InlineData("CAST(7, 'Nullable(UInt16)')", 7)]
    [InlineData("toLowCardinality(toUInt16(700))", 700)]
    [InlineData("1 / 2", .5)]
    [InlineData("count()", 1)]
    public void Every_type_of_a_number_is_read(string expression, double expected)
    {
        using ClickHouseEngine engine = Engine();

        Assert.Equal(expected, engine.Ask($"SELECT {expression} AS x").Numbers(0)[0]);
    }

    [Theory]
    [InlineData("'abc'", "abc")]
    [InlineData("toFixedString('ab', 5)", "ab")]
    [InlineData(@"CAST('b,\'(', 'Enum8(\'a\' = -3, \'b,\\\'(\' = 2)')", "b,'(")]
    [InlineData("CAST('a', 'Enum16(\\'a\\' = -300, \\'b\\' = 300)')", "a")]
    [InlineData("toLowCardinality('low')", "low")]
    [InlineData("toLowCardinality(toNullable('low'))", "low")]
    [InlineData("toLowCardinality(CAST(NULL, 'Nullable(String)'))", null)]
    [InlineData("CAST(NULL, 'Nullable(String)')", null)]
    [InlineData("toNullable('')", "")]
    [InlineData("toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')", "61f0c404-5cb3-11e7-907b-a6006ad3dba0")]
    public void Every_type_of_a_text_is_read(string expression, string? expected)
    {
        using ClickHouseEngine engine = Engine();

        Assert.Equal(expected, engine.Ask($"SELECT {expression} AS x").Texts(0)[0]);
    }

    [Fact]
    public void Dictionaries_and_nulls_are_read_over_many_blocks()
    {
        using ClickHouseEngine engine = Engine();
        SqlAnswer answer = engine.Ask(
            "SELECT number AS i, toLowCardinality(if(number % 3 = 0, NULL, toString(number % 1000))) AS t, "
            + "if(number % 7 = 0, NULL, number / 4) AS x FROM system.numbers LIMIT 200000");

        Assert.Equal(200000, answer.Rows);
        double[] rows = answer.Numbers(0);
        Assert.Equal(Enumerable.Range(0, 200000).Select(i => (double)i), rows);
        Assert.Equal(rows.Select(i => i % 3 == 0 ? null : FormattableString.Invariant($"{i % 1000}")), answer.Texts(1));
        Assert.Equal(rows.Select(i => i % 7 == 0 ? double.NaN : i / 4), answer.Numbers(2));
    }

    [Theory]
    [InlineData("toUInt64('9223372036854775809')", "9223372036854775809 is no number of double precision")]
    [InlineData("toInt64('-9007199254740993')", "-9007199254740993 is no number of double precision")]
    [InlineData("[1, 2]", "it is neither number nor text, in column \"x\" of type Array(UInt8)")]
    [InlineData("unhex('FF')", "a text of it is not UTF-8, in column \"x\" of type String")]
    public void What_is_no_number_and_no_text_is_a_sentence(string expression, string expected)
    {
        using ClickHouseEngine engine = Engine();
        var error = Assert.Throws<SurvivalDataException>(() => engine.Ask($"SELECT {expression} AS x"));

        Assert.StartsWith($"{engine.Name}: the answer cannot be read: {expected}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_without_rows_has_names_and_types()
    {
        using ClickHouseEngine engine = Engine();
        SqlAnswer answer = engine.Ask(engine.Dialect.NoRows(
            "(SELECT 1 AS `a\tb`, 'x' AS t, CAST('a', 'Enum8(\\'a\\' = 1)') AS e, toNullable(1) AS n, toLowCardinality('z') AS z)"));

        Assert.Equal(["a\tb", "t", "e", "n", "z"], answer.Names);
        Assert.Equal(0, answer.Rows);
        Assert.Equal([false, true, true, false, true], Enumerable.Range(0, 5).Select(answer.IsText));
    }

    private ClickHouseEngine Engine()
    {
        Servers.RequireClickHouse();
        return new(cluster.Address, "default", ClickHouseConfiguration.User, ClickHouseConfiguration.Password, new SqlOptions());
    }
}
