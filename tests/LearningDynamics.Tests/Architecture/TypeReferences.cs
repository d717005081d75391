using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace LearningDynamics.Tests.Architecture;

/// <summary>Every type that a type uses: in its declaration, in the signatures of its members, and in their bodies.</summary>
internal static class TypeReferences
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>The types, without the arguments, elements and modifiers that they were used with.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(type.BaseType);
        foreach (Type item in type.GetInterfaces())
            Add(item);
        foreach (CustomAttributeData attribute in type.CustomAttributes)
            Add(attribute.AttributeType);
        foreach (FieldInfo field in type.GetFields(Own))
            Add(field.FieldType);
        foreach (MethodBase method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
            AddMethod(method);
        return found;

        void AddMethod(MethodBase method)
        {
            Add((method as MethodInfo)?.ReturnType);
            foreach (ParameterInfo parameter in method.GetParameters())
                Add(parameter.ParameterType);
            if (method.GetMethodBody() is not { } body)
                return;
            foreach (LocalVariableInfo local in body.LocalVariables)
                Add(local.LocalType);
            foreach (MemberInfo member in Members(method, body.GetILAsByteArray()!))
                AddMember(member);
        }

        void AddMember(MemberInfo member)
        {
            Add(member as Type ?? member.DeclaringType);
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (Type argument in generic.GetGenericArguments())
                    Add(argument);
            }
        }

        void Add(Type? used)
        {
            if (used is null || used.IsGenericParameter)
                return;
            if (used.HasElementType)
            {
                Add(used.GetElementType());
                return;
            }

            foreach (Type argument in used.GetGenericArguments())
                Add(argument);
            found.Add(used.IsGenericType ? used.GetGenericTypeDefinition() : used);
        }
    }

    /// <summary>The types, methods and fields that the instructions name.</summary>
    private static IEnumerable<MemberInfo> Members(MethodBase method, byte[] code)
    {
        Type[]? ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int position = 0; position < code.Length;)
        {
            int value = code[position++];
            if (value == 0xFE)
                value = 0xFE00 | code[position++];
            OpCode operation = OpCodesByValue[value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(ReadInteger(code, position), ofType, ofMethod)!;
            position += OperandSize(operation.OperandType, code, position);
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int position) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * ReadInteger(code, position)),
        _ => 4,
    };

    private static int ReadInteger(byte[] code, int position) => BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(position));
}
