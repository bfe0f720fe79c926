using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>Parquet files of another program, DuckDB, and ours read by it.</summary>
public class ParquetTests
{
    private const string Query = """
        SELECT CASE WHEN i % 7 = 0 THEN NULL ELSE i / 3.0 END::DOUBLE AS real, i::INTEGER AS whole, (i * 10000000000)::BIGINT AS wide,
            (i % 100)::TINYINT AS small, i % 3 = 0 AS truth, CASE WHEN i % 5 = 0 THEN NULL ELSE 'w' || (i % 4) END AS word,
            DATE '1999-12-31' + i::INTEGER AS day, TIMESTAMP '1999-12-31 23:59:59.5' + i * INTERVAL 1 HOUR AS moment,
            (i / 8.0)::FLOAT AS single, (i / 4)::DECIMAL(18, 4) AS money, i::UBIGINT AS counted
        FROM range(5000) t(i)
        """;

    [Theory]
    [InlineData("snappy")]
    [InlineData("zstd")]
    [InlineData("gzip")]
    [InlineData("uncompressed")]
    public void A_file_of_DuckDB_is_read(string codec) => WithFile(path =>
    {
        Run($"COPY ({Query}) TO '{path}' (FORMAT parquet, CODEC '{codec}', ROW_GROUP_SIZE 2048)");
        DataFrame frame = DataFile.Read(path);

        Assert.Equal(5000, frame.Rows.Count);
        for (int i = 0; i < 5000; i++)
        {
            Assert.Equal(i % 7 == 0 ? null : i / 3.0, (double?)frame["real"][i]);
            Assert.Equal(i, (int)frame["whole"][i]);
            Assert.Equal(i * 10_000_000_000, (long)frame["wide"][i]);
            Assert.Equal(i % 100, (int)frame["small"][i]);
            Assert.Equal(i % 3 == 0, (bool)frame["truth"][i]);
            Assert.Equal(i % 5 == 0 ? null : $"w{i % 4}", (string?)frame["word"][i]);
            Assert.Equal(new DateTime(1999, 12, 31).AddDays(i), (DateTime)frame["day"][i]);
            Assert.Equal(new DateTime(1999, 12, 31, 23, 59, 59, 500).AddHours(i), (DateTime)frame["moment"][i]);
            Assert.Equal(i / 8.0, (double)frame["single"][i]);
            Assert.Equal(i, (double)frame["counted"][i]);
        }
    });

    [Fact]
    public void DuckDB_reads_ours() => WithFile(path =>
    {
        DataFile.Write(Fixture.Read("clinic.sav"), path);
        Assert.Equal(
            "6|61|male|2|2500",
            Run("SELECT count(*) || '|' || max(age)::INT || '|' || any_value(sex) || '|' || count(DISTINCT sex) || '|' || max(income)::INT "
                + $"FROM (SELECT * REPLACE (CASE WHEN age > 1000 THEN NULL ELSE age END AS age) FROM '{path}' ORDER BY months)"));
    });

    [Fact]
    public void Nested_columns_are_left_out_with_a_note() => WithFile(path =>
    {
        Run($"COPY (SELECT 1 AS time, [1, 2] AS list, {{'a': 1}} AS pair) TO '{path}' (FORMAT parquet)");
        DataFrame frame = DataFile.Read(path);
        Assert.Equal(["time"], frame.Columns.Select(column => column.Name));
        Assert.Equal(2, SurvivalData.NotesOf(frame).Length);
    });

    private static void WithFile(Action<string> use)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".parquet");
        try
        {
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Run(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
