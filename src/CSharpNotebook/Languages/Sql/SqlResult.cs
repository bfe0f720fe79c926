using CSharpNotebook.Languages.Frames;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.Sql;

/// <summary>Reads the result of a statement into a data frame, with types and nulls.</summary>
internal static class SqlResult
{
    public static DataFrame Read(DuckDBDataReader reader, CancellationToken cancellationToken)
    {
        List<object?>[] values = [.. Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>())];
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int index = 0; index < values.Length; index++)
            {
                values[index].Add(reader.IsDBNull(index) ? null : reader.GetValue(index));
            }
        }
        IEnumerable<string> names = FrameColumns.Distinct(Enumerable.Range(0, values.Length).Select(reader.GetName));
        return new DataFrame(names.Select((name, index) => FrameColumns.Create(name, reader.GetFieldType(index), values[index])));
    }
}
