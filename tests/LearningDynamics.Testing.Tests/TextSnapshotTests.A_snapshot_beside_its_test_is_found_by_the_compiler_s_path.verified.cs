public static class ThisIsNotCompiled { int }
