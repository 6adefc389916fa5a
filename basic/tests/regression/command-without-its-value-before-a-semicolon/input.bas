L=GET;
x = GET
